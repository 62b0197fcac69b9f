import { IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { IsInstant, IsWords } from '../text/validators';
import { languages, type Language } from '../text/language';
import type { LocalizedTextDto } from '../text/localized-text.dto';
import { invitedRoles, type InvitedRole } from '../sign-in/role';

export class CreateInvitationDto {
  @IsIn(invitedRoles) role: InvitedRole;
  @IsWords(limits.name) displayName: string;
  @MayBeAbsent() @IsString() @MaxLength(limits.institution) institution?: string;
  @IsIn(languages) language: Language;
  /** The hall a venue host belongs to; required for that role and refused for others. */
  @MayBeAbsent() @IsUUID() venueId?: string;
  /** When the link stops working; default: a day after the event ends. */
  @MayBeAbsent() @IsInstant() expiresAt?: string;
}

/** The secret part of an invitation link. It stands after `#`, so that no server log or mail scanner sees it. */
export class InvitationSecretDto {
  @IsString() @Length(43, 43) secret: string;
}

export type InvitationState = 'open' | 'redeemed' | 'revoked' | 'expired';

/** An invitation, and the person it is for: they exist from the moment they are invited. */
export class InvitationDto {
  id: string;
  participantId: string;
  role: InvitedRole;
  displayName: string;
  institution: string;
  language: Language;
  venueId: string | null;
  state: InvitationState;
  /** ISO 8601. */
  expiresAt: string;
  redeemedAt: string | null;
  revokedAt: string | null;
}

/** Given once, when an invitation is made or its link is replaced: the link cannot be read again later. */
export class InvitationLinkDto {
  invitation: InvitationDto;
  link: string;
}

/** What the page behind an invitation link shows before the person accepts. */
export class InvitationPreviewDto {
  role: InvitedRole;
  displayName: string;
  language: Language;
  /** `null`: an invitation to run the whole installation. */
  eventTitle: LocalizedTextDto | null;
  venueCity: LocalizedTextDto | null;
}
