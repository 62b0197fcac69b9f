export type Frames = 'none' | 'flowing' | 'stalled';

/** How long a picture may stand still before the slate takes its place, in milliseconds. */
const stalledAfterMs = 4_000;

/** Tells whether frames arrive at a video element, whenever that changes. @returns what ends it */
export function watchFrames(video: HTMLVideoElement, tell: (frames: Frames) => void): () => void {
  let count = 0;
  let countedAt = performance.now();
  const first = () => {
    countedAt = performance.now();
    tell('flowing');
  };
  const check = () => {
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    const now = performance.now();
    // A hidden page paints no frames, which says nothing about the picture.
    if (totalVideoFrames !== count || document.hidden) {
      count = totalVideoFrames;
      countedAt = now;
    }
    if (isThere(video)) tell(now - countedAt < stalledAfterMs ? 'flowing' : 'stalled');
  };
  if (isThere(video)) first();
  video.addEventListener('loadeddata', first);
  const timer = setInterval(check, 500);
  return () => {
    clearInterval(timer);
    video.removeEventListener('loadeddata', first);
  };
}

const isThere = ({ readyState }: HTMLVideoElement) => readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
