import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import type { LocalizedTextDto } from '../text/localized-text.dto';
import { IsLocalizedText } from '../text/validators';
import { limits } from '../wire/limits';
import { NestedList } from '../wire/nested';
import { pollSteps, type PollState, type PollStep } from './poll-state';

export class PollOptionDto {
  @IsLocalizedText(limits.title) text: LocalizedTextDto;
}

export class PollTallyDto {
  /** How many people have answered. */
  people: number;
  /** How many have chosen each option, in the order of the options. */
  choices: number[];
}

/** A poll as one kind of reader may know it; the audience knows no drafts. */
export class PollDto {
  id: string;
  /** Grows with every change of whatever but answers; a reader keeps the newest. */
  version: number;
  state: PollState;
  question: LocalizedTextDto;
  options: PollOptionDto[];
  /** Whether a person may choose several options. */
  multiple: boolean;
  resultsShown: boolean;
  /** `null` for the audience while results are not shown. */
  tally: PollTallyDto | null;
  /** ISO 8601, server time. */
  madeAt: string;
}

/** What one person has chosen. */
export class PollAnswerDto {
  pollId: string;
  /** Places in the list of options, from 0, ascending; none when the answer was taken back. */
  choices: number[];
}

export class PollListDto {
  /** In the order in which they were made. */
  polls: PollDto[];
  /** The reader's own. */
  answers: PollAnswerDto[];
}

export class AnswerPollDto {
  @IsUUID() pollId: string;
  /** All that the person chooses, in place of what they chose before; nothing takes the answer back. */
  @IsArray()
  @ArrayMaxSize(limits.pollOptions)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(limits.pollOptions - 1, { each: true })
  choices: number[];
}

/** What a moderator writes of a poll. */
export class WrittenPollDto {
  @IsLocalizedText(limits.question) question: LocalizedTextDto;
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(limits.pollOptions)
  @NestedList(() => PollOptionDto)
  options: PollOptionDto[];
  @IsBoolean() multiple: boolean;
}

export class MakePollDto extends WrittenPollDto {
  /** The sender's own id: a retry has the same one and is stored once. */
  @IsUUID() clientPollId: string;
}

/** Names a poll as it was seen: somebody else's change in between is a conflict, not an overwrite. */
export class SeenPollDto {
  @IsUUID() pollId: string;
  @IsInt() @Min(0) version: number;
}

/** A draft as it is to be. */
export class EditPollDto extends WrittenPollDto {
  @IsUUID() pollId: string;
  @IsInt() @Min(0) version: number;
}

export class MovePollDto extends SeenPollDto {
  @IsIn(pollSteps) step: PollStep;
}

export class ShowResultsDto extends SeenPollDto {
  @IsBoolean() shown: boolean;
}

/** What changed, as one kind of reader may know it. */
export class PollChangedDto {
  poll: PollDto;
  /** A draft that is no more. */
  deleted: boolean;
}

export class PollCountedDto {
  pollId: string;
  tally: PollTallyDto;
}
