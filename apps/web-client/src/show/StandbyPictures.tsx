import { useEffect } from 'react';
import type { ShowStateDto, WatchedKind } from '@manyhalls/contracts';
import { useTrack } from '../media/MediaRoom';
import { warmUp } from '../media/warm-videos';

/** The pictures of the next cue are on their way to the screen before GO: nothing of them comes yet, or is seen. */
export function StandbyPictures({ show: { standbyFeedIds, programme } }: { show: ShowStateDto }) {
  return standbyFeedIds
    .filter((feedId) => !programme.feedIds.includes(feedId))
    .map((feedId) => <StandbyPicture key={feedId} feedId={feedId} />);
}

function StandbyPicture({ feedId }: { feedId: string }) {
  useWarm(feedId, 'video');
  useWarm(feedId, 'small-video');
  return null;
}

function useWarm(feedId: string, kind: WatchedKind): void {
  const track = useTrack(feedId, kind);
  useEffect(() => track && warmUp(track), [track]);
}
