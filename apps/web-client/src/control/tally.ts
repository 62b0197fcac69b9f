import { runs } from '@manyhalls/domain';
import type { FeedDto, ShowStateDto } from '@manyhalls/contracts';

/** Broadcast tally: what the audience has now, what it will have next, or neither. */
export type Tally = 'programme' | 'next' | 'none';

/**
 * Next is what GO puts on programme. Before the session runs that is whatever is on air, as the implicit cue, "all halls
 * on air", comes first; a remote speaker in the green room was admitted to speak.
 */
export function tallyOf(
  feed: FeedDto | undefined,
  { programme, standbyFeedIds, status }: Pick<ShowStateDto, 'programme' | 'standbyFeedIds' | 'status'>,
): Tally {
  if (!feed) return 'none';
  if (programme.feedIds.includes(feed.id)) return 'programme';
  const isSpeaker = feed.venueId === null && feed.source === 'camera';
  const isFirst = !runs(status) && feed.state === 'on-air';
  return standbyFeedIds.includes(feed.id) || isSpeaker || isFirst ? 'next' : 'none';
}
