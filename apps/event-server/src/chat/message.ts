import type {
  AuthorDto,
  ChatChannel,
  Language,
  MessageDto,
  ReactionCountDto,
  TranslationDto,
} from '@manyhalls/contracts';

/** As much of a message that was replied to as there is to know. */
export interface Replied {
  messageId: string;
  displayName: string;
  /** `null` when deleted. */
  text: string | null;
  held: boolean;
  shown: boolean;
}

/** A message as it is stored, with words that not every reader may have. */
export interface Message {
  id: string;
  channel: ChatChannel;
  number: number;
  revision: number;
  clientMessageId: string;
  author: AuthorDto;
  /** Also of a deleted one. */
  text: string;
  language: Language;
  repliedTo: Replied | null;
  mentionedIds: string[];
  reactions: ReactionCountDto[];
  translations: TranslationDto[];
  held: boolean;
  /** Whether the audience has ever seen it: otherwise it does not learn that there is such a message. */
  shown: boolean;
  pinned: boolean;
  sentAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

export interface Reader {
  isCrew: boolean;
  /** `null`: everybody at once. */
  participantId: string | null;
}

export const everybody: Reader = { isCrew: false, participantId: null };
export const theCrew: Reader = { isCrew: true, participantId: null };

/** What this reader may know of a message; `null`: nothing at all. */
export function viewOf(message: Message, reader: Reader): MessageDto | null {
  const { shown, text, sentAt, editedAt, deletedAt, repliedTo, ...rest } = message;
  const knowsHeld = reader.isCrew || message.author.participantId === reader.participantId;
  if (!shown && !knowsHeld) return null;
  const isSilent = deletedAt !== null || (message.held && !knowsHeld);
  return {
    ...rest,
    text: isSilent ? null : text,
    translations: isSilent ? [] : message.translations,
    repliedTo: viewOfReplied(repliedTo, reader),
    sentAt: sentAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}

function viewOfReplied(replied: Replied | null, { isCrew }: Reader): MessageDto['repliedTo'] {
  if (!replied || (!replied.shown && !isCrew)) return null;
  const { messageId, displayName, text, held } = replied;
  return { messageId, displayName, text: held && !isCrew ? null : text };
}

/** Views of those that the reader may know of. */
export function viewsOf(messages: Message[], reader: Reader): MessageDto[] {
  return messages.flatMap((message) => viewOf(message, reader) ?? []);
}
