import type { FeedDto, ShowStateDto } from '@manyhalls/contracts';

/** The feeds on programme, in its order; crews also know of others, which are not for this page. */
export function programmeFeeds({ programme, feeds }: Pick<ShowStateDto, 'programme' | 'feeds'>): FeedDto[] {
  return programme.feedIds.flatMap((id) => feeds.find((feed) => feed.id === id) ?? []);
}
