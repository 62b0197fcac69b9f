import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { FeedDto } from '@manyhalls/contracts';
import classes from './FeedPicture.module.css';
import { useTrack } from './MediaRoom';
import { useTileLayer } from './tile-layer';
import { watchFrames, type Frames } from './watch-frames';

/** Whether a feed's picture is to be seen, or its slate. Slides may stand still for an hour. */
function isSeen(feed: FeedDto, frames: Frames): boolean {
  const picture = feed.tracks.find(({ kind }) => kind === 'video');
  if (!picture || picture.muted || frames === 'none') return false;
  return frames === 'flowing' || (feed.source === 'slides' && feed.online);
}

/** The picture of a feed as large as its place, and the slate while there is none. */
export function FeedPicture({
  feed,
  slate,
  cropped = false,
  holds = false,
  thin = false,
}: {
  feed: FeedDto | undefined;
  slate: ReactNode;
  /** Fill the place and lose the edges: for thumbnails. */
  cropped?: boolean;
  /** The last frame stays while there is no new one, and the slate is to be seen only before the first. */
  holds?: boolean;
  /** A small picture is all that arrives. Halls' nodes find that out by themselves. */
  thin?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLCanvasElement>(null);
  const large = useRef<HTMLDivElement>(null);
  const small = useRef<HTMLDivElement>(null);
  const frames = usePicture(large, last, useTrack(feed?.id, 'video'));
  const smallFrames = usePicture(small, last, useTrack(feed?.id, 'small-video'));
  useTileLayer(feed?.id, place, thin);
  // What was held of one feed is no picture of another.
  useEffect(() => {
    const canvas = last.current;
    return () => clear(canvas);
  }, [feed?.id]);

  const seen = feed !== undefined && (isSeen(feed, frames) || isSeen(feed, smallFrames));
  const fill = (cropped && feed?.source !== 'slides') || undefined;
  return (
    <div ref={place} className={classes.place} data-feed={feed?.id} data-seen={seen || undefined}>
      {holds && <div className={classes.beneath}>{slate}</div>}
      <canvas ref={last} className={classes.picture} data-cropped={fill} hidden={!holds} />
      <div ref={small} className={classes.picture} data-cropped={fill} data-small />
      <div ref={large} className={classes.picture} data-cropped={fill} />
      {!seen && !holds && <div className={classes.slate}>{slate}</div>}
    </div>
  );
}

/** Plays one of a feed's pictures in its layer, and keeps the last frame when it goes. */
function usePicture(
  layer: RefObject<HTMLElement | null>,
  last: RefObject<HTMLCanvasElement | null>,
  track: MediaStreamTrack | undefined,
): Frames {
  const [seen, setSeen] = useState<{ track: MediaStreamTrack; frames: Frames } | null>(null);
  // Where all of this leaves the page there is nothing to keep a frame for, and drawing one would be in the way.
  const leaves = useRef(false);
  useLayoutEffect(() => {
    leaves.current = false;
    return () => void (leaves.current = true);
  }, []);
  useLayoutEffect(() => {
    if (!layer.current || !track) return;
    const video = play(track);
    layer.current.append(video);
    const unwatch = watchFrames(video, (frames) =>
      setSeen((before) => (before?.track === track && before.frames === frames ? before : { track, frames })),
    );
    const canvas = last.current;
    return () => {
      unwatch();
      if (!leaves.current) keep(video, canvas);
      video.remove();
      video.srcObject = null;
    };
  }, [layer, track, last]);
  return seen && seen.track === track ? seen.frames : 'none';
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

function keep(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas || canvas.hidden || video.videoWidth === 0) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}

function clear(canvas: HTMLCanvasElement | null): void {
  if (canvas) canvas.width = 0;
}
