/**
 * Video elements that play before they are in the page. A new one shows nothing until a picture has come after it was
 * made, and takes its time: too long when all look at what comes next.
 */
const warm = new Map<MediaStreamTrack, HTMLVideoElement>();
/** How long one is kept after it was to be shown, in milliseconds: the page is only being drawn. */
const graceMs = 1_000;

/** @returns what ends it, unless it is shown by then */
export function warmUp(track: MediaStreamTrack): () => void {
  if (!warm.has(track)) warm.set(track, play(track));
  return () =>
    void setTimeout(() => {
      const video = warm.get(track);
      if (video) stop(video);
      warm.delete(track);
    }, graceMs);
}

/** A video element that plays a track, whose picture may be there already. Whoever has it stops it. */
export function takeVideo(track: MediaStreamTrack): HTMLVideoElement {
  const video = warm.get(track) ?? play(track);
  warm.delete(track);
  return video;
}

export function stop(video: HTMLVideoElement): void {
  video.srcObject = null;
}

function play(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  // Without sound it may always play; it is only ever interrupted by its end.
  video.play().catch(() => undefined);
  return video;
}
