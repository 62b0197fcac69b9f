import type { SessionStatus } from '@manyhalls/contracts';

/** Ending cannot be undone by the audience's clock, but crews slip: an ended session can go live again. */
const next: Record<SessionStatus, readonly SessionStatus[]> = {
  scheduled: ['rehearsing', 'live'],
  rehearsing: ['scheduled', 'live'],
  live: ['ended'],
  ended: ['live'],
};

export function maySessionBecome(from: SessionStatus, to: SessionStatus): boolean {
  return next[from].includes(to);
}

export function nextStatuses(from: SessionStatus): readonly SessionStatus[] {
  return next[from];
}
