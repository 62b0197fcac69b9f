import type { FeedDto, ProgrammeDto, SessionStatus } from '@manyhalls/contracts';

/**
 * What the audience sees under the one implicit cue, "all halls on air": every feed on air, in the order given,
 * while the session is live; the slate otherwise.
 */
export function implicitProgramme(
  status: SessionStatus,
  feeds: readonly Pick<FeedDto, 'id' | 'state'>[],
): ProgrammeDto {
  const feedIds =
    status === 'live' ? feeds.filter((feed) => feed.state === 'on-air').map((feed) => feed.id) : [];
  return { feedIds, layout: feedIds.length > 0 ? 'all-halls' : 'slate' };
}
