import type { Role } from '../sign-in/role';

export class CountDto {
  key: string;
  count: number;
}

/** Who is here, in numbers: everybody may see this. */
export class PresenceCountsDto {
  total: number;
  /** By venue id; people who are in a hall's own account. */
  byVenue: CountDto[];
  /** By ISO 3166-1 alpha-2 country. */
  byCountry: CountDto[];
}

/** One person who is here, for the crew. */
export class PresentPersonDto {
  participantId: string;
  displayName: string;
  institution: string;
  country: string | null;
  role: Role;
  venueId: string | null;
  /** Devices of this person in the session. */
  devices: number;
}
