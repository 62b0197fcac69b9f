import type { Role } from '../sign-in/role';

/** Who wrote something, as everybody may see it. */
export class AuthorDto {
  participantId: string;
  displayName: string;
  institution: string;
  /** ISO 3166-1 alpha-2; of attendees only. */
  country: string | null;
  role: Role;
}
