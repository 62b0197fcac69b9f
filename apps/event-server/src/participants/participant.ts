import type { Language, Role } from '@manyhalls/contracts';

/** A person in an event, with a role; or an organiser of the whole installation. */
export interface Participant {
  id: string;
  /** `null`: an organiser of the whole installation. */
  eventId: string | null;
  role: Role;
  /** The hall a venue host belongs to. */
  venueId: string | null;
  displayName: string;
  institution: string;
  /** ISO 3166-1 alpha-2; known of attendees only. */
  country: string | null;
  language: Language;
  createdAt: Date;
  revokedAt: Date | null;
}

/** What an attendee agreed to, and when. */
export interface Consent {
  consentVersion: string;
  consentedAt: Date;
}

export type NewParticipant = Omit<Participant, 'id' | 'createdAt' | 'revokedAt'> & Partial<Consent>;
