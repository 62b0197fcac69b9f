import { IsInt, IsUUID, Max, Min } from 'class-validator';
import type { HandStep } from '../hands/hand-state';
import type { PollStep } from '../polls/poll-state';
import type { QuestionStep } from '../questions/question-state';

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

/** What the log says that somebody did: a feature, and what was done there. */
export type ModerationAction =
  | `chat:${'delete' | 'restore' | 'approve' | 'pin' | 'translate' | 'change-settings'}`
  | `moderation:${'mute' | 'ban' | 'unban'}`
  | `question:${QuestionStep | 'edit' | 'assign' | 'translate' | 'merge' | 'order'}`
  | `hand:${HandStep}`
  | `poll:${PollStep | 'make' | 'edit' | 'delete' | 'show-results' | 'hide-results'}`;

/** One thing that a moderator did. */
export class ModerationEntryDto {
  id: string;
  /** ISO 8601. */
  at: string;
  moderator: string;
  action: ModerationAction;
  /** What or whom it concerned, in words that can be read later: a name, the beginning of a message or question. */
  subject: string;
}
