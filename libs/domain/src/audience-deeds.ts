import type { SessionStatus } from '@manyhalls/contracts';

/** What an audience can do in a session. */
export type AudienceDeed = 'write' | 'ask' | 'vote' | 'answer-poll' | 'raise-hand';

/** People greet each other and ask while they wait; what was said and asked can be read for ever after. */
const untilTheEnd: readonly SessionStatus[] = ['scheduled', 'rehearsing', 'live'];

const statuses: Record<AudienceDeed, readonly SessionStatus[]> = {
  write: untilTheEnd,
  ask: untilTheEnd,
  vote: untilTheEnd,
  'answer-poll': untilTheEnd,
  'raise-hand': ['live'],
};

/** In which states of a session its audience may do this. The crew is bound by it only where it acts for the audience. */
export function statusesFor(deed: AudienceDeed): readonly SessionStatus[] {
  return statuses[deed];
}

export function mayAudience(deed: AudienceDeed, status: SessionStatus): boolean {
  return statuses[deed].includes(status);
}
