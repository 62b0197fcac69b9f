import type { FeedDto, ProgrammeDto } from '@manyhalls/contracts';

/** Broadcast tally: what the audience has now, what it will have next, or neither. */
export type Tally = 'programme' | 'next' | 'none';

/**
 * Under the one implicit cue, "all halls on air", what is on air before the session is live comes next; so does a
 * remote speaker, who was admitted to the green room to speak.
 */
export function tallyOf(feed: FeedDto | undefined, { feedIds }: ProgrammeDto): Tally {
  if (!feed) return 'none';
  if (feedIds.includes(feed.id)) return 'programme';
  return feed.state === 'on-air' || feed.venueId === null ? 'next' : 'none';
}
