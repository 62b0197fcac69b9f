import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { IsInstant, IsLocalizedText } from '../text/validators';
import { MayBeAbsent } from '../wire/may-be-absent';
import { LocalizedTextDto } from '../text/localized-text.dto';
import { sessionKinds, type SessionKind, type SessionStatus } from './session-status';

export class CreateSessionDto {
  @IsLocalizedText() title: LocalizedTextDto;
  @IsIn(sessionKinds) kind: SessionKind;
  /** ISO 8601 with offset. */
  @IsInstant() startsAt: string;
  @IsInstant() endsAt: string;
  /** The halls that take part, in protocol order. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) venueIds: string[];
  /** Participants with role moderator that run this session's Q&A. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  moderatorIds?: string[];
}

export class UpdateSessionDto {
  @MayBeAbsent() @IsLocalizedText() title?: LocalizedTextDto;
  @MayBeAbsent() @IsIn(sessionKinds) kind?: SessionKind;
  @MayBeAbsent() @IsInstant() startsAt?: string;
  @MayBeAbsent() @IsInstant() endsAt?: string;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  venueIds?: string[];
  @MayBeAbsent()
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
