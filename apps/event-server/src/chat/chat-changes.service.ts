import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault, type MessageDto, type ModerationAction } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { GroupedWriters } from '../database/grouped-writers';
import { ModerationLog } from '../moderation/moderation-log.service';
import type { Ticket } from '../sign-in/ticket';
import { lockChannel, nextRevision, type Channel, type ChannelKey } from './channel';
import { ChatNews } from './chat-news.service';
import { viewOf, type Message, type Reader } from './message';
import { findMessagesById } from './message-rows';

/** Who changes something, and where. */
export interface Actor {
  sessionId: string;
  ticket: Ticket;
}

interface Change {
  actor: Actor;
  messageId: string;
  deed: ModerationAction | null;
  apply: (held: HeldMessage) => Promise<string[]>;
}

/** A message while nobody else can change anything in its channel. */
export interface HeldMessage {
  manager: EntityManager;
  key: ChannelKey;
  channel: Channel;
  message: Message;
}

export const readerOf = ({ role, participantId }: Ticket): Reader & { participantId: string } => ({
  isCrew: isCrew(role),
  participantId,
});

/** Changing what was written: one after the other in a channel, each with a revision of its own. */
@Injectable()
export class ChatChanges {
  /** One connection each, however many people wait: the others are needed by whoever reads and writes. */
  private readonly lanes = new GroupedWriters<Change, MessageDto>(
    async ([change]) => [await this.changeNow(change!)],
    { group: 1 },
  );

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly news: ChatNews,
    private readonly log: ModerationLog,
  ) {}

  /**
   * Lets `apply` change a message; it answers with the ids of all that it changed. Then everybody is told.
   * @param deed what a moderator does by it; `null` when people change what is their own
   * @throws {Fault} `not-found`, also for a message that the actor may not know of; `unavailable`; what `apply` throws
   */
  change(
    actor: Actor,
    messageId: string,
    deed: ModerationAction | null,
    apply: (held: HeldMessage) => Promise<string[]>,
  ): Promise<MessageDto> {
    // Moderators do not wait behind the audience.
    const lane = `${actor.sessionId} ${deed ? 'moderators' : 'authors'}`;
    return this.lanes.write(lane, { actor, messageId, deed, apply });
  }

  private async changeNow({ actor, messageId, deed, apply }: Change): Promise<MessageDto> {
    const { sessionId, ticket } = actor;
    const reader = readerOf(ticket);
    const { key, changed, message } = await this.manager.transaction(async (manager) => {
      const held = await hold(manager, sessionId, messageId, reader);
      const ids = await apply(held);
      for (const id of ids)
        await manager.query('UPDATE chat_messages SET revision = $2 WHERE id = $1', [
          id,
          await nextRevision(manager, held.key),
        ]);
      if (deed && ids.length > 0) {
        const { id: subjectId, text, author } = held.message;
        const subject = `${author.displayName}: ${text}`;
        await this.log.write(manager, { sessionId, moderator: ticket, action: deed, subject, subjectId });
      }
      const changed = await findMessagesById(manager, ids);
      return { ...held, changed, message: changed.find(({ id }) => id === messageId) ?? held.message };
    });
    this.news.tellSoon(
      key,
      changed.toSorted((one, other) => one.revision - other.revision),
    );
    return viewOf(message, reader) ?? notFound();
  }
}

async function hold(
  manager: EntityManager,
  sessionId: string,
  id: string,
  reader: Reader,
): Promise<HeldMessage> {
  const [row]: Pick<Message, 'channel'>[] = await manager.query(
    'SELECT channel FROM chat_messages WHERE id = $1 AND session_id = $2',
    [id, sessionId],
  );
  if (!row || (row.channel === 'crew' && !reader.isCrew)) return notFound();
  const key = { sessionId, channel: row.channel };
  const channel = await lockChannel(manager, key);
  const [message] = await findMessagesById(manager, [id]);
  if (!message || !viewOf(message, reader)) return notFound();
  return { manager, key, channel, message };
}

function notFound(): never {
  throw new Fault('not-found', 'there is no such message');
}
