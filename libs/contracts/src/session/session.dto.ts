import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { IsLocalizedText } from '../text/validators';
import { LocalizedTextDto } from '../text/localized-text.dto';
import { sessionKinds, type SessionKind, type SessionStatus } from './session-status';

export class CreateSessionDto {
  @IsLocalizedText() title: LocalizedTextDto;
  @IsIn(sessionKinds) kind: SessionKind;
  /** ISO 8601 with offset. */
  @IsISO8601({ strict: true, strictSeparator: true }) startsAt: string;
  @IsISO8601({ strict: true, strictSeparator: true }) endsAt: string;
  /** The halls that take part, in protocol order. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) venueIds: string[];
  /** Participants or invitations with role moderator that run this session's Q&A. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  moderatorIds?: string[];
}

export class UpdateSessionDto {
  @IsOptional() @IsLocalizedText() title?: LocalizedTextDto;
  @IsOptional() @IsIn(sessionKinds) kind?: SessionKind;
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) startsAt?: string;
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) endsAt?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  venueIds?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  moderatorIds?: string[];
}

export class SessionDto {
  id: string;
  title: LocalizedTextDto;
  kind: SessionKind;
  status: SessionStatus;
  startsAt: string;
  endsAt: string;
  venueIds: string[];
  moderatorIds: string[];
}
