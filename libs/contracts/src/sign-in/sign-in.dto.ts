import type { Role } from './role';
import type { Language } from '../text/language';

/** Who somebody is in an event, as their own pages show it. */
export class MeDto {
  participantId: string;
  /** `null` for an organiser of the whole installation, who may create events. */
  eventId: string | null;
  eventSlug: string | null;
  role: Role;
  /** The hall a venue host belongs to. */
  venueId: string | null;
  displayName: string;
  institution: string;
  language: Language;
}

/**
 * The answer to registering, redeeming an invitation and refreshing. The secret that refreshes it travels
 * only as an HttpOnly cookie, scoped to this sign-in's own path, so that one browser can hold several.
 */
export class SignInDto {
  signInId: string;
  /** Short-lived signed token; sent as `Authorization: Bearer` and in the socket handshake. */
  ticket: string;
  /** ISO 8601, server time. */
  ticketExpiresAt: string;
  /** ISO 8601, so that a client with a wrong clock refreshes in time. */
  serverTime: string;
  me: MeDto;
}
