import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import { GroupedWriters } from '../database/grouped-writers';
import { lockChannel, type ChannelKey } from './channel';
import { ChatNews } from './chat-news.service';
import type { Message } from './message';
import { findMessagesById } from './message-rows';
import { insert, look } from './message-storing';
import { decide, type NewMessage } from './new-message';

/** Stores messages, those that wait for the same channel in one transaction, and tells everybody. */
@Injectable()
export class MessageWriter {
  private readonly writers = new GroupedWriters<NewMessage, Message>((messages) => this.store(messages));

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly news: ChatNews,
  ) {}

  /**
   * Resolves when it is stored; a retry with the same `clientMessageId` gets what is stored already.
   * @throws {Fault} as `refusalOf`; `revoked` for who was banned; `not-found` when there is nothing to reply to
   */
  write(message: NewMessage): Promise<Message> {
    return this.writers.write(`${message.sessionId} ${message.channel}`, message);
  }

  private async store(wanted: NewMessage[]): Promise<(Message | Fault)[]> {
    const { sessionId, channel: name } = wanted[0]!;
    const key: ChannelKey = { sessionId, channel: name };
    const { results, stored } = await this.manager.transaction(async (manager) => {
      const channel = await lockChannel(manager, key);
      const decision = decide(channel, wanted, await look(manager, key, channel, wanted));
      await insert(manager, key, channel, decision.fresh);
      const freshIds = new Set(decision.fresh.map(({ id }) => id));
      const earlierIds = decision.results.filter((id) => typeof id === 'string' && !freshIds.has(id));
      const earlier = earlierIds.length > 0 ? await findMessagesById(manager, earlierIds as string[]) : [];
      return {
        results: decision.results,
        stored: new Map([...decision.fresh, ...earlier].map((one) => [one.id, one])),
      };
    });
    // Retries too: when the first answer was lost, so was the news of it, and readers keep what they know.
    this.news.tellSoon(key, [...stored.values()]);
    return results.map((result) => (result instanceof Fault ? result : stored.get(result)!));
  }
}
