import type { Role } from '@manyhalls/contracts';

/** Who somebody is, in which event, in which role, on which device: what a signed ticket says. */
export interface Ticket {
  signInId: string;
  participantId: string;
  /** `null`: an organiser of the whole installation. */
  eventId: string | null;
  role: Role;
  /** The hall a venue host belongs to. */
  venueId: string | null;
  displayName: string;
  expiresAt: Date;
}
