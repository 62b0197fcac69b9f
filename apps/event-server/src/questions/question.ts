import type { Language, QuestionState, QuestionStep, TranslationDto } from '@manyhalls/contracts';
import { isQuestionPublic } from '@manyhalls/domain';
import type { Participant } from '../participants/participant';

/** A question as it is stored. */
export interface StoredQuestion {
  id: string;
  sessionId: string;
  number: number;
  version: number;
  state: QuestionState;
  text: string;
  /** As it was asked. */
  originalText: string;
  language: Language;
  /** Who asked, or passed it on from the floor. */
  participantId: string;
  clientQuestionId: string;
  anonymous: boolean;
  /** Of an anonymous question: as the asker was told, and for good. */
  moderatorsSeeAuthor: boolean;
  /** The hall in whose room it was asked. */
  venueId: string | null;
  place: string | null;
  /** The moderator who takes care of it. */
  claimedBy: string | null;
  assignedTo: string | null;
  answer: string | null;
  rejectionReason: string | null;
  /** The one that stands for it. */
  mergedInto: string | null;
  /** The one it was merged into itself; that may have been merged further since. */
  mergedFirstInto: string | null;
  position: number | null;
  /** How many rows `question_votes` has for it. */
  votes: number;
  askedAt: Date;
  translations: TranslationDto[];
}

/** With the people it names. */
export interface Question extends StoredQuestion {
  asker: Participant | null;
  claimer: Participant | null;
}

/** What is written down of a question's life, besides the moderators' steps. */
export type QuestionAction = QuestionStep | 'ask' | 'edit' | 'assign' | 'translate' | 'merge' | 'order';

/** Whether the audience may know of it. */
export function isPublic({ state, mergedInto }: StoredQuestion): boolean {
  return isQuestionPublic(state) && mergedInto === null;
}
