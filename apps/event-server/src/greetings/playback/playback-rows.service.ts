import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, type EntityManager, type Repository } from 'typeorm';
import type { Feed } from '../../feeds/feed';
import { FeedRows } from '../../feeds/feed-rows.service';
import { GreetingRows } from '../greeting-rows.service';
import type { GreetingPlayback, Playback } from './playback';
import { PlaybackEntity } from './playback.entity';

/** What is being played, as rows. Changed only inside `ShowService.change`, with the manager given there. */
@Injectable()
export class PlaybackRows {
  constructor(
    @InjectRepository(PlaybackEntity) private readonly playbacks: Repository<PlaybackEntity>,
    private readonly greetings: GreetingRows,
    private readonly feeds: FeedRows,
  ) {}

  /** Those of open feeds. */
  async of(feeds: readonly Feed[], manager: EntityManager): Promise<GreetingPlayback[]> {
    const ids = feeds.filter(({ greetingId }) => greetingId !== null).map(({ id }) => id);
    if (ids.length === 0) return [];
    const rows = await manager.findBy(PlaybackEntity, { feedId: In(ids) });
    const greetings = await this.greetings.find({ id: In(rows.map((row) => row.greetingId)) }, manager);
    return rows.flatMap((row) => {
      const greeting = greetings.find(({ id }) => id === row.greetingId);
      return greeting ? [{ ...row, greeting }] : [];
    });
  }

  /** Whether it is on programme anywhere, played or paused. */
  async isPlaying(greetingId: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.findBy(PlaybackEntity, { greetingId, state: In(['playing', 'paused']) });
    const open = await this.feeds.find({ id: In(rows.map(({ feedId }) => feedId)) }, manager);
    return open.length > 0;
  }

  async insert(manager: EntityManager, playback: Playback): Promise<void> {
    await manager.insert(PlaybackEntity, playback);
  }

  /**
   * @param as how it stood when the change was decided on: one that stands otherwise now is left alone
   * @returns whether it was changed
   */
  async update(
    manager: EntityManager,
    feedId: string,
    change: Partial<Playback>,
    as?: Pick<Playback, 'takeId' | 'state'>,
  ): Promise<boolean> {
    const where = as && { state: as.state, takeId: as.takeId ?? IsNull() };
    const { affected } = await manager.update(PlaybackEntity, { feedId, ...where }, change);
    return affected === 1;
  }

  /** Whether this server is the one that looks after it now; it stays so as long as it keeps asking. */
  async lease(feedId: string, server: string, ms: number): Promise<boolean> {
    const { affected } = await this.playbacks
      .createQueryBuilder()
      .update()
      .set({ leasedBy: server, leasedUntil: () => `now() + ${Number(ms)} * interval '1 millisecond'` })
      .where({ feedId })
      .andWhere('(leased_by IS NULL OR leased_by = :server OR leased_until < now())', { server })
      .execute();
    return affected === 1;
  }
}
