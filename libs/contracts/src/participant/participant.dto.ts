import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { roles, type Role } from '../sign-in/role';
import type { Language } from '../text/language';
import { limits } from '../wire/limits';

/** Which people of an event an organiser wants listed. */
export class ParticipantQueryDto {
  @IsOptional() @IsIn(roles) role?: Role;
  /** Part of a name or an institution. */
  @IsOptional() @IsString() @MaxLength(limits.name) search?: string;
  /** How many to pass over; a page has 100. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000) offset?: number;
}

/** A person of an event, as its organisers know them. */
export class ParticipantDto {
  id: string;
  role: Role;
  venueId: string | null;
  displayName: string;
  institution: string;
  /** ISO 3166-1 alpha-2; of attendees only. */
  country: string | null;
  language: Language;
  /** When they registered or were invited. ISO 8601. */
  createdAt: string;
  revokedAt: string | null;
}

export class ParticipantPageDto {
  /** Newest first. */
  people: ParticipantDto[];
  /** How many fit the query, on all pages. */
  total: number;
}
