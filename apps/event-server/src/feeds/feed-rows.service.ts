import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Raw, type EntityManager, type FindOptionsWhere, type Repository } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import type { Feed } from './feed';
import { FeedEntity } from './feed.entity';

const open = { closedAt: IsNull() };

/**
 * The open feeds, as rows. Whoever changes what people see of a feed does it inside `ShowService.change`, with the
 * manager given there.
 */
@Injectable()
export class FeedRows {
  constructor(@InjectRepository(FeedEntity) private readonly feeds: Repository<FeedEntity>) {}

  /** In the order in which they were opened. */
  async find(
    which: FindOptionsWhere<FeedEntity>,
    manager: EntityManager = this.feeds.manager,
  ): Promise<Feed[]> {
    return manager.find(FeedEntity, { where: { ...which, ...open }, order: { openedAt: 'ASC', id: 'ASC' } });
  }

  /** Feeds that have a track on this node, or had one when they were last seen. */
  async onNode(nodeId: string): Promise<Feed[]> {
    return this.find({
      tracks: Raw((column) => `${column} @> :track::jsonb`, { track: JSON.stringify([{ nodeId }]) }),
    });
  }

  async insert(manager: EntityManager, feed: Feed): Promise<void> {
    await manager.insert(FeedEntity, feed);
  }

  async update(manager: EntityManager, id: string, change: Partial<Feed>): Promise<void> {
    await manager.update(FeedEntity, { id, ...open }, change);
  }

  async close(manager: EntityManager, id: string): Promise<void> {
    await manager.update(FeedEntity, { id, ...open }, { closedAt: () => 'now()' });
  }

  /**
   * A number for the track that is published next, higher than any before.
   * @throws {Fault} `not-found`
   */
  async nextGeneration(id: string): Promise<number> {
    const { raw }: { raw: { generation: number }[] } = await this.feeds
      .createQueryBuilder()
      .update()
      .set({ generation: () => 'generation + 1' })
      .where({ id, ...open })
      .returning('generation')
      .execute();
    const generation = raw[0]?.generation;
    if (generation === undefined) throw new Fault('not-found', 'there is no such feed');
    return generation;
  }
}
