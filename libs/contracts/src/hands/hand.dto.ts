import { IsIn, IsInt, IsUUID, Min } from 'class-validator';
import type { AuthorDto } from '../participant/author.dto';
import { IsWords } from '../text/validators';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { handSteps, type HandState, type HandStep } from './hand-state';

/** An attendee's wish to speak, as the crew knows it. */
export class HandDto {
  id: string;
  /** Grows with every change; a reader keeps the newest. */
  version: number;
  state: HandState;
  person: AuthorDto;
  /** Why, in the person's own words. */
  words: string | null;
  /** ISO 8601, server time. The queue is in this order. */
  raisedAt: string;
}

/** The same as its own person knows it. */
export class OwnHandDto {
  id: string;
  version: number;
  state: HandState;
  words: string | null;
  /** In the queue, from 1; `null` when not waiting. */
  place: number | null;
}

export class HandListDto {
  /** For the crew: whoever waits or has a turn. For the audience: empty. */
  hands: HandDto[];
  /** The reader's own, while it waits or has a turn. */
  own: OwnHandDto | null;
}

/** A person has one hand: raising it again changes nothing. */
export class RaiseHandDto {
  @MayBeAbsent() @IsWords(limits.name) words?: string;
}

export class MoveHandDto {
  @IsUUID() handId: string;
  /** As it was seen: somebody else's change in between is a conflict, not an overwrite. */
  @IsInt() @Min(0) version: number;
  @IsIn(handSteps) step: HandStep;
}
