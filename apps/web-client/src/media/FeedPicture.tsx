import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { FeedDto } from '@manyhalls/contracts';
import classes from './FeedPicture.module.css';
import { useTrack } from './MediaRoom';
import { useTileLayer } from './tile-layer';
import { useFrames, type Frames } from './use-frames';

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
}: {
  feed: FeedDto | undefined;
  slate: ReactNode;
  /** Fill the place and lose the edges: for thumbnails. */
  cropped?: boolean;
  /** The last frame stays while there is no new one, and the slate is to be seen only before the first. */
  holds?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLCanvasElement>(null);
  const large = useRef<HTMLVideoElement>(null);
  const small = useRef<HTMLVideoElement>(null);
  const frames = usePicture(large, last, useTrack(feed?.id, 'video'));
  const smallFrames = usePicture(small, last, useTrack(feed?.id, 'small-video'));
  useTileLayer(feed?.id, place);
  // What was held of one feed is no picture of another.
  useEffect(() => {
    const canvas = last.current;
    return () => clear(canvas);
  }, [feed?.id]);

  const seen = feed !== undefined && (isSeen(feed, frames) || isSeen(feed, smallFrames));
  const hasSmall = feed?.tracks.some(({ kind }) => kind === 'small-video');
  const fill = (cropped && feed?.source !== 'slides') || undefined;
  return (
    <div ref={place} className={classes.place} data-feed={feed?.id} data-seen={seen || undefined}>
      {holds && <div className={classes.beneath}>{slate}</div>}
      <canvas ref={last} className={classes.picture} data-cropped={fill} hidden={!holds} />
      {hasSmall && <video ref={small} className={classes.picture} data-cropped={fill} muted playsInline />}
      <video ref={large} className={classes.picture} data-cropped={fill} muted playsInline />
      {!seen && !holds && <div className={classes.slate}>{slate}</div>}
    </div>
  );
}

/** Plays one of a feed's pictures, and keeps the last frame when it goes. */
function usePicture(
  video: RefObject<HTMLVideoElement | null>,
  last: RefObject<HTMLCanvasElement | null>,
  track: MediaStreamTrack | undefined,
): Frames {
  useEffect(() => {
    if (video.current && track) return play(video.current, track, last.current);
  }, [video, track, last]);
  return useFrames(video, track);
}

function play(video: HTMLVideoElement, track: MediaStreamTrack, last: HTMLCanvasElement | null): () => void {
  video.srcObject = new MediaStream([track]);
  // Without sound it may always play; it is only ever interrupted by the next track.
  video.play().catch(() => undefined);
  return () => {
    keep(video, last);
    video.srcObject = null;
  };
}

function keep(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas || video.videoWidth === 0) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}

function clear(canvas: HTMLCanvasElement | null): void {
  if (canvas) canvas.width = 0;
}
