import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault, type MessageDto, type ReactDto, type ReactionName } from '@manyhalls/contracts';
import { isCrew, mayAudience } from '@manyhalls/domain';
import { GroupedWriters } from '../database/grouped-writers';
import { sessionClosed } from '../sessions/session-closed';
import { SessionsService } from '../sessions/sessions.service';
import { lockChannel, nextRevision, type ChannelKey } from './channel';
import { readerOf, type Actor } from './chat-changes.service';
import { ChatNews } from './chat-news.service';
import { viewOf, type Message } from './message';
import { findMessages, findMessagesById } from './message-rows';

interface Reaction extends Actor {
  messageId: string;
  name: ReactionName;
  /** `false`: taken back. */
  on: boolean;
}

/** A hall that applauds together is told about four times a second, not for every clap. */
const pauseMs = 250;

/** What messages are answered with in one press; those that come together are stored and told together. */
@Injectable()
export class Reactions {
  private readonly writers = new GroupedWriters<Reaction, MessageDto>((reactions) => this.store(reactions), {
    pauseMs,
  });

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly news: ChatNews,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * @throws {Fault} `not-found`, also for a message that the actor may not know of or that was deleted; `conflict` once
   *   the session has ended
   */
  react(actor: Actor, { messageId, name, on }: ReactDto): Promise<MessageDto> {
    return this.writers.write(actor.sessionId, { ...actor, messageId, name, on });
  }

  private async store(reactions: Reaction[]): Promise<(MessageDto | Fault)[]> {
    const { sessionId } = reactions[0]!;
    const status = await this.sessions.statusOf(sessionId);
    const isOpen = ({ ticket }: Reaction) => isCrew(ticket.role) || mayAudience('write', status);
    const found = await findMessages(this.manager, 'WHERE m.session_id = $1 AND m.id = ANY($2::uuid[])', [
      sessionId,
      [...new Set(reactions.map(({ messageId }) => messageId))],
    ]);
    const after = new Map<string, Message>();
    for (const channel of ['audience', 'crew'] as const) {
      const messages = new Map(
        found.filter((message) => message.channel === channel).map((message) => [message.id, message]),
      );
      const here = reactions.filter(
        (reaction) => isOpen(reaction) && isAllowed(reaction, messages.get(reaction.messageId)),
      );
      if (here.length === 0) continue;
      for (const message of await this.storeIn({ sessionId, channel }, here)) after.set(message.id, message);
    }
    return reactions.map((reaction) => {
      if (!isOpen(reaction)) return sessionClosed(status);
      const message = after.get(reaction.messageId);
      return isAllowed(reaction, message)
        ? viewOf(message, readerOf(reaction.ticket))!
        : new Fault('not-found', 'there is no such message');
    });
  }

  /** @returns the messages as they are then */
  private async storeIn(key: ChannelKey, reactions: Reaction[]): Promise<Message[]> {
    const { changed, messages } = await this.manager.transaction(async (manager) => {
      await lockChannel(manager, key);
      const changed = [...new Set([...(await put(manager, reactions)), ...(await take(manager, reactions))])];
      for (const id of changed)
        await manager.query('UPDATE chat_messages SET revision = $2 WHERE id = $1', [
          id,
          await nextRevision(manager, key),
        ]);
      const ids = [...new Set(reactions.map(({ messageId }) => messageId))];
      return { changed: new Set(changed), messages: await findMessagesById(manager, ids) };
    });
    this.news.tellSoon(
      key,
      messages.filter(({ id }) => changed.has(id)).toSorted((one, other) => one.revision - other.revision),
    );
    return messages;
  }
}

function isAllowed({ ticket }: Reaction, message: Message | undefined): message is Message {
  if (!message || message.deletedAt) return false;
  const reader = readerOf(ticket);
  return (message.channel === 'audience' || reader.isCrew) && viewOf(message, reader)?.text != null;
}

async function put(manager: EntityManager, reactions: Reaction[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO chat_reactions (message_id, participant_id, name)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) ON CONFLICT DO NOTHING RETURNING message_id AS id`,
    columnsOf(reactions, true),
  );
  return rows.map(({ id }) => id);
}

async function take(manager: EntityManager, reactions: Reaction[]): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `DELETE FROM chat_reactions WHERE (message_id, participant_id, name) IN (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])
     ) RETURNING message_id AS id`,
    columnsOf(reactions, false),
  );
  return rows.map(({ id }) => id);
}

/** Of several presses by one person on the same button, the last one counts. */
function columnsOf(reactions: Reaction[], on: boolean): string[][] {
  const last = new Map(
    reactions.map((one) => [`${one.messageId} ${one.ticket.participantId} ${one.name}`, one]),
  );
  const wanted = [...last.values()].filter((one) => one.on === on);
  return [
    wanted.map(({ messageId }) => messageId),
    wanted.map(({ ticket }) => ticket.participantId),
    wanted.map(({ name }) => name),
  ];
}
