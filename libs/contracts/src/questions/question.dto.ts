import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Min,
  ValidateIf,
} from 'class-validator';
import type { AuthorDto } from '../participant/author.dto';
import { languages, type Language } from '../text/language';
import { TranslationDto } from '../text/translation.dto';
import { IsWords } from '../text/validators';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { questionSteps, type QuestionState, type QuestionStep } from './question-state';

/** A question as everybody in the session may know it: approved, and not merged into another. */
export class QuestionDto {
  id: string;
  /** Its place in the order of asking. */
  number: number;
  /** Grows with every change of whatever but votes; a reader keeps the newest. */
  version: number;
  state: QuestionState;
  text: string;
  language: Language;
  translations: TranslationDto[];
  /**
   * `null` for a question from the floor of a hall and for an anonymous one; moderators see who asked that if the asker
   * was told so.
   */
  author: AuthorDto | null;
  anonymous: boolean;
  /** The hall in whose room it was asked. */
  venueId: string | null;
  /** Where in the room: "row 3", "a student at the back". */
  place: string | null;
  votes: number;
  /** Where it stands in the moderator's order of approved questions; `null` before it was put in order. */
  position: number | null;
  /** For whom it is: a speaker's name. */
  assignedTo: string | null;
  /** The written answer. */
  answer: string | null;
  /** ISO 8601, server time. */
  askedAt: string;
}

/** What the crew knows besides. */
export class CrewQuestionDto extends QuestionDto {
  /** Before a moderator edited it for clarity. */
  originalText: string;
  /** Told to its author. */
  rejectionReason: string | null;
  claimedBy: { participantId: string; displayName: string } | null;
  mergedIntoId: string | null;
}

/** What its author knows besides: also of a question that nobody else sees. */
export class OwnQuestionDto extends QuestionDto {
  rejectionReason: string | null;
  mergedIntoId: string | null;
}

/** A question on stage, as it is part of the show state. */
export class StageQuestionDto {
  questionId: string;
  text: string;
  language: Language;
  translations: TranslationDto[];
  author: AuthorDto | null;
  venueId: string | null;
  place: string | null;
}

export class QuestionListDto {
  /** For the audience: what may be seen. For the crew: `CrewQuestionDto`s, all of them. */
  questions: (QuestionDto | CrewQuestionDto)[];
  /** The reader's own, in whatever state. */
  own: OwnQuestionDto[];
  /** Questions the reader has voted for. */
  votedIds: string[];
}

export class AskQuestionDto {
  /** The sender's own id: a retry has the same one and is stored once. */
  @IsUUID() clientQuestionId: string;
  @IsWords(limits.question) text: string;
  @IsIn(languages) language: Language;
  @IsBoolean() anonymous: boolean;
  /** Of an anonymous question: whether the asker was told that moderators see the name. */
  @MayBeAbsent() @IsBoolean() moderatorsSeeAuthor?: boolean;
}

/** A hall's host passes on what was asked in the room. */
export class AskFromFloorDto {
  @IsUUID() clientQuestionId: string;
  @IsWords(limits.question) text: string;
  @IsIn(languages) language: Language;
  @MayBeAbsent() @IsWords(limits.name) place?: string;
}

export class VoteDto {
  @IsUUID() questionId: string;
  /** `false` takes the vote back. */
  @IsBoolean() on: boolean;
}

export class VoteCountDto {
  questionId: string;
  votes: number;
}

/** Names a question as it was seen: somebody else's change in between is a conflict, not an overwrite. */
export class SeenQuestionDto {
  @IsUUID() questionId: string;
  @IsInt() @Min(0) version: number;
}

export class MoveQuestionDto extends SeenQuestionDto {
  @IsIn(questionSteps) step: QuestionStep;
  /** Of a rejection, told to the author; of an answer, the written answer. */
  @MayBeAbsent() @IsWords(limits.question) words?: string;
}

export class EditQuestionDto extends SeenQuestionDto {
  @MayBeAbsent() @IsWords(limits.question) text?: string;
  /** `null` takes it away from whom it was assigned to. */
  @MayBeAbsent() @ValidateIf((_, value) => value !== null) @IsWords(limits.name) assignedTo?: string | null;
}

export class TranslateQuestionDto extends SeenQuestionDto {
  @IsIn(languages) language: Language;
  @IsWords(limits.question) text: string;
}

export class MergeQuestionsDto {
  /** The one that stays; it gets the distinct voters of all. */
  @IsUUID() intoId: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) questionIds: string[];
}

export class OrderQuestionsDto {
  /** Approved questions from first to last; the others follow by votes. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) questionIds: string[];
}

/** What changed, as one kind of reader may know it. */
export class QuestionsChangedDto {
  questions: (QuestionDto | CrewQuestionDto)[];
  /** No longer to be seen by this reader. */
  removedIds: string[];
}
