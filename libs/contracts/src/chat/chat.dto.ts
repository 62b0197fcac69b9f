import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import type { AuthorDto } from '../participant/author.dto';
import { languages, type Language } from '../text/language';
import { TranslationDto } from '../text/translation.dto';
import { IsWords } from '../text/validators';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { chatChannels, reactionNames, type ChatChannel, type ReactionName } from './chat-channel';

export class ReactionCountDto {
  name: ReactionName;
  count: number;
}

/** As much of the message that was replied to as stands above the reply. */
export class RepliedDto {
  messageId: string;
  displayName: string;
  /** `null` when it was deleted. */
  text: string | null;
}

/** One message as a reader may know it: of a held or deleted one the audience never gets the words. */
export class MessageDto {
  id: string;
  channel: ChatChannel;
  /** Its place among the channel's messages: 1, 2, 3 … with gaps. It never changes. */
  number: number;
  /** Taken from the same counter with every change, so that "after revision 41" names everything that was missed. */
  revision: number;
  /** The sender's own id for it: a retry has the same one and is stored once. */
  clientMessageId: string;
  author: AuthorDto;
  /** `null` when deleted. */
  text: string | null;
  language: Language;
  repliedTo: RepliedDto | null;
  /** Participants who are named in the text with `@`. */
  mentionedIds: string[];
  reactions: ReactionCountDto[];
  translations: TranslationDto[];
  /** Waits for a moderator; only the crew and its author know of it. */
  held: boolean;
  pinned: boolean;
  /** ISO 8601, server time. */
  sentAt: string;
  editedAt: string | null;
  deletedAt: string | null;
}

export class SendMessageDto {
  @IsIn(chatChannels) channel: ChatChannel;
  @IsUUID() clientMessageId: string;
  @IsWords(limits.message) text: string;
  @IsIn(languages) language: Language;
  @MayBeAbsent() @IsUUID() replyToId?: string;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) mentionedIds?: string[];
}

export class ReadChatDto {
  @IsIn(chatChannels) channel: ChatChannel;
  /** Messages with a smaller number, the newest of them: scrolling back. */
  @MayBeAbsent() @IsInt() @Min(0) before?: number;
  /** Everything new or changed since this revision, oldest first: after a cut connection. */
  @MayBeAbsent() @IsInt() @Min(0) after?: number;
}

/** With `after`: in the order of revisions. Otherwise in the order of numbers. At most 50 messages. */
export class ChatPageDto {
  messages: MessageDto[];
  /** Whether there are more in the direction that was asked for. */
  more: boolean;
  /** Everything up to here is in what was read so far, once `more` is false. */
  revision: number;
  /** Of the reader's own reactions, those on the messages of this page. */
  ownReactions: OwnReactionDto[];
  settings: ChatSettingsDto;
  /** Until when the reader may not write. ISO 8601. */
  mutedUntil: string | null;
  pinned: MessageDto | null;
}

export class OwnReactionDto {
  messageId: string;
  name: ReactionName;
}

export class MessageIdDto {
  @IsUUID() messageId: string;
}

export class EditMessageDto extends MessageIdDto {
  @IsWords(limits.message) text: string;
}

export class ReactDto extends MessageIdDto {
  @IsIn(reactionNames) name: ReactionName;
  /** `false` takes it back. */
  @IsBoolean() on: boolean;
}

export class PinMessageDto extends MessageIdDto {
  @IsBoolean() pinned: boolean;
}

export class TranslateMessageDto extends MessageIdDto {
  @IsIn(languages) language: Language;
  @IsWords(limits.message) text: string;
}

/** How the audience's channel of a session is run. Everybody is told; the words only the crew. */
export class ChatSettingsDto {
  /** Grows with every change. */
  version: number;
  /** Nobody but the crew may write, from this moment on. */
  paused: boolean;
  /** The shortest time between two messages of one attendee, in seconds; 0: no such limit. */
  slowSeconds: number;
  linksAllowed: boolean;
  /** Every attendee's message waits for a moderator. */
  preModerated: boolean;
  /** Messages with one of these wait for a moderator; compared after Unicode normalisation. Empty for the audience. */
  heldWords: string[];
}

export class ChangeChatSettingsDto {
  /** The version that was seen; somebody else's change in between is a conflict. */
  @IsInt() @Min(0) version: number;
  @MayBeAbsent() @IsBoolean() paused?: boolean;
  @MayBeAbsent() @IsInt() @Min(0) @Max(3600) slowSeconds?: number;
  @MayBeAbsent() @IsBoolean() linksAllowed?: boolean;
  @MayBeAbsent() @IsBoolean() preModerated?: boolean;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(200) @IsWords(limits.key, { each: true }) heldWords?: string[];
}

/** New and changed messages of one channel, in the order of their revisions. Never more than one reader may know. */
export class ChatChangedDto {
  channel: ChatChannel;
  messages: MessageDto[];
}
