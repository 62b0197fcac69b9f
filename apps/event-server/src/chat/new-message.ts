import { randomUUID } from 'node:crypto';
import { Fault, type AuthorDto, type Language, type SessionStatus } from '@manyhalls/contracts';
import type { Channel, ChannelKey } from './channel';
import type { Message, Replied } from './message';
import { holdingOf, refusalOf } from './rules';

/** A message that somebody wants to send; cleaned, and allowed by their role. */
export interface NewMessage extends ChannelKey {
  participantId: string;
  isCrew: boolean;
  clientMessageId: string;
  text: string;
  language: Language;
  replyToId: string | null;
  mentionedIds: string[];
}

/** What is known about one that is to be stored, while nobody else can write to its channel. */
export interface Circumstances {
  author: AuthorDto;
  sessionStatus: SessionStatus;
  isBanned: boolean;
  mutedUntil: Date | null;
  /** In slow mode, when the author last wrote. */
  lastSentAt: Date | null;
  /** Stored by an earlier try. */
  storedId: string | null;
  repliedTo: Replied | null;
  now: Date;
}

/** Of each wanted message a fault, or the id under which it is stored; `fresh` are those to be stored now, numbered. */
export interface Decision {
  results: (Fault | string)[];
  fresh: Message[];
}

export function decide(channel: Channel, wanted: NewMessage[], known: Circumstances[]): Decision {
  const isHeld = holdingOf(channel);
  /** By author and the author's own id, so that a retry in the same group is stored once, too. */
  const fresh = new Map<string, Message>();
  const lastSentAt = new Map<string, Date>();
  const results = known.map((circumstances, index) => {
    const message = wanted[index]!;
    const once = `${message.participantId} ${message.clientMessageId}`;
    const storedId = circumstances.storedId ?? fresh.get(once)?.id;
    if (storedId) return storedId;
    const last = lastSentAt.get(message.participantId) ?? circumstances.lastSentAt;
    const fault =
      hindrance(message, circumstances) ??
      refusalOf({ ...message, ...circumstances, lastSentAt: last }, channel);
    if (fault) return fault;
    const made = make(message, circumstances, channel.last + fresh.size + 1, isHeld(message));
    fresh.set(once, made);
    lastSentAt.set(message.participantId, made.sentAt);
    return made.id;
  });
  return { results, fresh: [...fresh.values()] };
}

function hindrance({ isCrew, replyToId }: NewMessage, { isBanned, repliedTo }: Circumstances): Fault | null {
  if (isBanned) return new Fault('revoked', 'this access was taken back');
  const canReply = repliedTo !== null && repliedTo.text !== null && (repliedTo.shown || isCrew);
  return replyToId === null || canReply ? null : new Fault('not-found', 'there is nothing to reply to');
}

function make(
  { channel, clientMessageId, text, language, mentionedIds }: NewMessage,
  { author, repliedTo, now }: Circumstances,
  number: number,
  held: boolean,
): Message {
  return {
    id: randomUUID(),
    channel,
    number,
    revision: number,
    clientMessageId,
    author,
    text,
    language,
    repliedTo,
    mentionedIds,
    reactions: [],
    translations: [],
    held,
    shown: !held,
    pinned: false,
    sentAt: now,
    editedAt: null,
    deletedAt: null,
  };
}
