import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault, type CreateGreetingDto, type GreetingDto, type GreetingLinkDto } from '@manyhalls/contracts';
import { Config } from '../config/config';
import { LiveEventsService } from '../live-events/live-events.service';
import { freshSecret, hashOf } from '../secrets/link-secret';
import type { Greeting } from './greeting';
import { GreetingNews } from './greeting-news.service';
import { GreetingRows } from './greeting-rows.service';
import { toGreetingDto } from './greeting-views';
import { GreetingEntity } from './greeting.entity';

/** Inviting offices to send greetings. */
@Injectable()
export class GreetingsService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly rows: GreetingRows,
    private readonly news: GreetingNews,
    private readonly liveEvents: LiveEventsService,
    private readonly config: Config,
  ) {}

  /** In order of precedence. */
  async ofEvent(eventId: string): Promise<GreetingDto[]> {
    return (await this.rows.find({ eventId })).map((greeting) => toGreetingDto(greeting));
  }

  /** Last in the order of precedence. @throws {Fault} `bad-request`, `not-found` */
  async invite(eventId: string, dto: CreateGreetingDto): Promise<GreetingLinkDto> {
    const id = randomUUID();
    const secret = freshSecret();
    const { speaker, language } = dto;
    const expiresAt = await this.expiryOf(eventId, dto.expiresAt);
    const greeting = await this.manager.transaction(async (manager) => {
      // Locked, so that of two that are invited at the same moment one is the last.
      await this.liveEvents.lock(manager, eventId);
      const position = (await manager.countBy(GreetingEntity, { eventId })) + 1;
      const secretHash = hashOf(secret);
      await manager.insert(GreetingEntity, {
        id,
        eventId,
        speaker,
        language,
        position,
        secretHash,
        expiresAt,
      });
      return this.rows.findOne({ id }, manager);
    });
    await this.news.changed(greeting);
    return this.withLink(greeting, secret);
  }

  private withLink(greeting: Greeting, secret: string): GreetingLinkDto {
    return { greeting: toGreetingDto(greeting), link: `${this.config.publicUrl}/greetings#${secret}` };
  }

  /** Default: when the event's first day has not begun anywhere; later, when its last is over everywhere. */
  private async expiryOf(eventId: string, wanted?: string): Promise<Date> {
    const { firstDay, lastDay } = await this.liveEvents.find(eventId);
    const before = Date.parse(`${firstDay}T00:00:00+14:00`);
    const end = Date.parse(`${lastDay}T24:00:00-12:00`);
    const expiresAt = new Date(wanted ?? (before > Date.now() ? before : end));
    if (expiresAt <= new Date())
      throw new Fault('bad-request', 'the link would have expired already', { field: 'expiresAt' });
    return expiresAt;
  }
}
