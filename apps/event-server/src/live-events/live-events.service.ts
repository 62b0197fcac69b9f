import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThanOrEqual, type EntityManager, type Repository } from 'typeorm';
import { Fault, type CreateLiveEventDto, type UpdateLiveEventDto } from '@manyhalls/contracts';
import { brokenUnique } from '../database/database-errors';
import { withoutGaps } from '../wire/without-gaps';
import type { LiveEvent } from './live-event';
import { LiveEventEntity } from './live-event.entity';

/** An event's last day is over everywhere when it is over at UTC-12. */
const lastOfAllZonesMs = 12 * 3600 * 1000;

@Injectable()
export class LiveEventsService {
  constructor(@InjectRepository(LiveEventEntity) private readonly events: Repository<LiveEventEntity>) {}

  /** @throws {Fault} `not-found` */
  async find(id: string): Promise<LiveEvent> {
    return found(await this.events.findOneBy({ id }));
  }

  /** @throws {Fault} `not-found` */
  async findBySlug(slug: string): Promise<LiveEvent> {
    return found(await this.events.findOneBy({ slug }));
  }

  /** Newest first. */
  async all(): Promise<LiveEvent[]> {
    return this.events.find({ order: { firstDay: 'DESC', slug: 'ASC' } });
  }

  /** Those that are not over, the next one first. */
  async upcoming(): Promise<LiveEvent[]> {
    const today = new Date(Date.now() - lastOfAllZonesMs).toISOString().slice(0, 10);
    return this.events.find({
      where: { lastDay: MoreThanOrEqual(today) },
      order: { firstDay: 'ASC', slug: 'ASC' },
    });
  }

  /** @throws {Fault} `conflict` when the slug is taken; `bad-request` when the days are the wrong way round. */
  async create(dto: CreateLiveEventDto): Promise<LiveEvent> {
    demandDays(dto);
    const event = {
      ...dto,
      id: randomUUID(),
      description: dto.description ?? null,
      coHosts: dto.coHosts ?? [],
      registrationOpen: dto.registrationOpen ?? true,
      moderatorsSeeAnonymous: dto.moderatorsSeeAnonymous ?? false,
    };
    try {
      await this.events.insert(event);
    } catch (error) {
      if (brokenUnique(error))
        throw new Fault('conflict', `the address "${dto.slug}" is taken`, { field: 'slug' });
      throw error;
    }
    return this.find(event.id);
  }

  /**
   * Reads an event and keeps others from editing it until the transaction of `manager` ends.
   * @throws {Fault} `not-found`
   */
  async lock(manager: EntityManager, id: string): Promise<LiveEvent> {
    return found(
      await manager.findOne(LiveEventEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /**
   * Overwrites what is given, if nobody else has edited the event since `version`.
   * @throws {Fault} `conflict` with the present version, `not-found`, `bad-request`
   */
  async update(
    manager: EntityManager,
    id: string,
    { version, ...change }: UpdateLiveEventDto,
  ): Promise<LiveEvent> {
    const event = await this.lock(manager, id);
    if (event.version !== version)
      throw new Fault('conflict', 'somebody else has changed the event meanwhile', {
        version: event.version,
      });
    const next = { ...event, ...withoutGaps(change), version: version + 1 };
    demandDays(next);
    await manager.save(LiveEventEntity, next);
    return next;
  }
}

function found(event: LiveEventEntity | null): LiveEvent {
  if (!event) throw new Fault('not-found', 'there is no such event');
  return event;
}

function demandDays({ firstDay, lastDay }: { firstDay: string; lastDay: string }): void {
  if (firstDay > lastDay)
    throw new Fault('bad-request', 'the last day is before the first', { field: 'lastDay' });
}
