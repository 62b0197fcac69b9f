import type { LocalizedTextDto, PollOptionDto, PollState, PollTallyDto } from '@manyhalls/contracts';

/** A poll as it is stored. */
export interface StoredPoll {
  id: string;
  sessionId: string;
  /** The maker's own id for it, which makes a retry store once. */
  clientPollId: string;
  version: number;
  state: PollState;
  question: LocalizedTextDto;
  options: PollOptionDto[];
  multiple: boolean;
  resultsShown: boolean;
  madeAt: Date;
}

/** With what people have chosen. */
export interface Poll extends StoredPoll {
  tally: PollTallyDto;
}

/** Whether the audience may know of it. */
export function isPublic({ state }: Pick<StoredPoll, 'state'>): boolean {
  return state !== 'draft';
}
