import { useEffect, useRef, type ReactNode } from 'react';
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
}: {
  feed: FeedDto | undefined;
  slate: ReactNode;
  /** Fill the place and lose the edges: for thumbnails. */
  cropped?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const track = useTrack(feed?.id, 'video');
  const frames = useFrames(video, track);
  useTileLayer(feed?.id, place);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = track ? new MediaStream([track]) : null;
    // Without sound it may always play; it is only ever interrupted by the next track.
    if (track) element.play().catch(() => undefined);
  }, [track]);

  const seen = feed !== undefined && isSeen(feed, frames);
  return (
    <div ref={place} className={classes.place} data-feed={feed?.id} data-seen={seen || undefined}>
      <video
        ref={video}
        className={classes.picture}
        data-cropped={(cropped && feed?.source !== 'slides') || undefined}
        muted
        playsInline
      />
      {!seen && <div className={classes.slate}>{slate}</div>}
    </div>
  );
}
