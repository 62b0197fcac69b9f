import { Fault, type PollDto } from '@manyhalls/contracts';
import { isPublic, type Poll } from './poll';

/** As the crew knows it: always with what people have chosen. */
export function toCrewDto({ sessionId: _, clientPollId: __, madeAt, ...poll }: Poll): PollDto {
  return { ...poll, madeAt: madeAt.toISOString() };
}

/** As the audience knows it; `null` when it does not. */
export function toAudienceDto(poll: Poll): PollDto | null {
  if (!isPublic(poll)) return null;
  return { ...toCrewDto(poll), tally: poll.resultsShown ? poll.tally : null };
}

/** Tells a moderator why not, and the poll as it is now. */
export function pollConflict(poll: Poll, why: string): Fault {
  return new Fault('conflict', `${why}: the poll is ${poll.state}`, { poll: toCrewDto(poll) });
}
