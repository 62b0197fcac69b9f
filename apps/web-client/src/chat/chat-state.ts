import type { ChatSettingsDto, MessageDto, ReactionName, SendMessageDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { noHistory, type History } from './history';

/** A message of one's own that the server has not acknowledged yet. */
export interface Outgoing {
  request: SendMessageDto;
  repliedTo: MessageDto | null;
  /** `waiting`: for the connection; it is sent again by itself. */
  state: 'sending' | 'waiting' | 'failed';
  fault: Fault | null;
}

export interface ChatState {
  history: History;
  /** What is shown, oldest first. */
  messages: readonly MessageDto[];
  pinned: MessageDto | null;
  outbox: readonly Outgoing[];
  /** See `reactionKey`. */
  ownReactions: ReadonlySet<string>;
  settings: ChatSettingsDto | null;
  mutedUntil: string | null;
  /** The number of the newest message that the reader has had before the eyes; `null`: never looked. */
  seen: number | null;
  /** Whether older messages are on their way. */
  readingOlder: boolean;
  /** Why nothing could be read yet; it is tried again by itself. */
  fault: Fault | null;
}

export const initialChatState: ChatState = {
  history: noHistory,
  messages: [],
  pinned: null,
  outbox: [],
  ownReactions: new Set(),
  settings: null,
  mutedUntil: null,
  seen: null,
  readingOlder: false,
  fault: null,
};

export const reactionKey = (messageId: string, name: ReactionName) => `${messageId} ${name}`;

/** How many messages of others came since the reader last looked. */
export function unreadOf({ messages, seen }: ChatState, ownId: string): number {
  if (seen === null) return 0;
  return messages.filter(
    ({ number, author, deletedAt }) => number > seen && author.participantId !== ownId && !deletedAt,
  ).length;
}
