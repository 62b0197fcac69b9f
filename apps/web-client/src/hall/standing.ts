import type { FeedDto, ShowStateDto } from '@manyhalls/contracts';

/** How far what a hall sends goes: nowhere, to the crew, or to the audience as soon as or now that the session is live. */
export type Standing = 'not-sent' | 'green-room' | 'on-air' | 'on-programme';

export function standingOf(
  feed: FeedDto | undefined,
  { programme }: Pick<ShowStateDto, 'programme'>,
): Standing {
  if (!feed) return 'not-sent';
  if (feed.state === 'green-room') return 'green-room';
  return programme.feedIds.includes(feed.id) ? 'on-programme' : 'on-air';
}
