import type { Role } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';

/** One device of a person, taking part in a session. */
export interface Peer {
  id: string;
  sessionId: string;
  participantId: string;
  signInId: string;
  role: Role;
  /** The hall a venue host belongs to. */
  venueId: string | null;
  /** From the registration; ISO 3166-1 alpha-2. */
  country: string | null;
  /** The media node it is on; `null` while it has no media. */
  nodeId: string | null;
  /** The socket that speaks for it now; `null` while its socket is gone and its media lives on. */
  socketId: string | null;
}

/** Whether the peer only attends, and so may have nothing but what is on programme. */
export function isAudience({ role }: Pick<Peer, 'role'>): boolean {
  return !isCrew(role);
}
