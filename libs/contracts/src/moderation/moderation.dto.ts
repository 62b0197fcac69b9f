import { IsInt, IsUUID, Max, Min } from 'class-validator';

export class MuteParticipantDto {
  @IsUUID() participantId: string;
  /** From now; 0 ends the mute. */
  @IsInt() @Min(0) @Max(1440) minutes: number;
}

export class ParticipantIdDto {
  @IsUUID() participantId: string;
}

/** A person's standing with the moderators. */
export class StandingDto {
  participantId: string;
  displayName: string;
  /** ISO 8601; `null` or past: may write. */
  mutedUntil: string | null;
  bannedAt: string | null;
}

/** One thing that a moderator did. */
export class ModerationEntryDto {
  id: string;
  /** ISO 8601. */
  at: string;
  moderator: string;
  /** Such as `chat:delete`; the verb that did it. */
  action: string;
  /** What or whom it concerned, in words that can be read later: a name, a message's beginning. */
  subject: string;
}
