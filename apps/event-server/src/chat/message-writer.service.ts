import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import { GroupedWriter } from '../database/grouped-writer';
import { lockChannel, type ChannelKey } from './channel';
import { ChatNews } from './chat-news.service';
import type { Message } from './message';
import { findMessagesById } from './message-rows';
import { insert, look } from './message-storing';
import { decide, type NewMessage } from './new-message';

/** Stores messages, those that wait for the same channel in one transaction, and tells everybody. */
@Injectable()
export class MessageWriter {
  private readonly writers = new Map<string, GroupedWriter<NewMessage, Message>>();

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly news: ChatNews,
  ) {}

  /**
   * Resolves when it is stored; a retry with the same `clientMessageId` gets what is stored already.
   * @throws {Fault} as `refusalOf`; `revoked` for who was banned; `not-found` when there is nothing to reply to
   */
  write(message: NewMessage): Promise<Message> {
    const { sessionId, channel } = message;
    const name = `${sessionId} ${channel}`;
    let writer = this.writers.get(name);
    if (!writer) {
      writer = new GroupedWriter((messages) => this.store({ sessionId, channel }, messages));
      this.writers.set(name, writer);
    }
    return writer.write(message);
  }

  private async store(key: ChannelKey, wanted: NewMessage[]): Promise<(Message | Fault)[]> {
    const { results, fresh, stored } = await this.manager.transaction(async (manager) => {
      const channel = await lockChannel(manager, key);
      const decision = decide(channel, wanted, await look(manager, key, channel, wanted));
      await insert(manager, key, channel, decision.fresh);
      const freshIds = new Set(decision.fresh.map(({ id }) => id));
      const earlierIds = decision.results.filter((id) => typeof id === 'string' && !freshIds.has(id));
      const earlier = earlierIds.length > 0 ? await findMessagesById(manager, earlierIds as string[]) : [];
      return { ...decision, stored: new Map([...decision.fresh, ...earlier].map((one) => [one.id, one])) };
    });
    this.news.tellSoon(key, fresh);
    return results.map((result) => (result instanceof Fault ? result : stored.get(result)!));
  }
}
