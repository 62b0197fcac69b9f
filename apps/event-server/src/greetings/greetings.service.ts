import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager, MoreThan } from 'typeorm';
import {
  Fault,
  type CreateGreetingDto,
  type GreetingLinkDto,
  type UpdateGreetingDto,
} from '@manyhalls/contracts';
import { Config } from '../config/config';
import { Announcements } from '../database/announcements.service';
import { LiveEventsService } from '../live-events/live-events.service';
import { RundownRows } from '../rundown/rundown-rows.service';
import { freshSecret, hashOf } from '../secrets/link-secret';
import type { Ticket } from '../sign-in/ticket';
import type { Greeting } from './greeting';
import { GreetingChanges, type SeenGreeting } from './greeting-changes.service';
import { GreetingNews } from './greeting-news.service';
import { GreetingRows } from './greeting-rows.service';
import { GreetingDtos } from './greeting-dtos.service';
import { greetingConflict } from './greeting-views';
import { GreetingEntity } from './greeting.entity';
import { UnusedFiles } from './unused-files.service';
import { UploadFolder } from './uploads/upload-folder.service';
import { uploadsStopped } from './uploads/uploads-stopped';

/** Inviting offices to send greetings, and the links by which they do. */
@Injectable()
export class GreetingsService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly rows: GreetingRows,
    private readonly changes: GreetingChanges,
    private readonly news: GreetingNews,
    private readonly dtos: GreetingDtos,
    private readonly unused: UnusedFiles,
    private readonly uploads: UploadFolder,
    private readonly rundowns: RundownRows,
    private readonly liveEvents: LiveEventsService,
    private readonly announcements: Announcements,
    private readonly config: Config,
  ) {}

  /** In order of precedence. */
  async ofEvent(eventId: string): Promise<Greeting[]> {
    return this.rows.find({ eventId });
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

  /**
   * Fields left out stay as they are.
   * @throws {Fault} `conflict` with the greeting as it is now, `bad-request`, `not-found`
   */
  async update(caller: Ticket, seen: SeenGreeting, dto: UpdateGreetingDto): Promise<Greeting> {
    const { speaker, language, position } = dto;
    const expiresAt = dto.expiresAt && (await this.expiryOf(seen.eventId, dto.expiresAt));
    if (position !== undefined) return this.move(caller, seen, position);
    return this.changes.changeSeen(caller, seen, () => ({
      ...(speaker && { speaker }),
      ...(language && { language }),
      ...(expiresAt && { expiresAt }),
    }));
  }

  /** @throws {Fault} `not-found` */
  async revokeLink(caller: Ticket, eventId: string, id: string): Promise<Greeting> {
    return this.changes.change(id, async ({ greeting, manager }) => {
      demandOf(eventId, greeting);
      await this.announcements.announce(manager, uploadsStopped, id);
      return { revokedAt: new Date(), changedBy: caller.displayName };
    });
  }

  /** A new link; the old one stops working. One that had expired gets the default time. @throws {Fault} `not-found` */
  async replaceLink(caller: Ticket, eventId: string, id: string): Promise<GreetingLinkDto> {
    const secret = freshSecret();
    const fresh = await this.expiryOf(eventId);
    const greeting = await this.changes.change(id, async ({ greeting: present, manager }) => {
      demandOf(eventId, present);
      await this.announcements.announce(manager, uploadsStopped, id);
      const expiresAt = present.expiresAt > new Date() ? present.expiresAt : fresh;
      return { secretHash: hashOf(secret), revokedAt: null, expiresAt, changedBy: caller.displayName };
    });
    return this.withLink(greeting, secret);
  }

  /** @throws {Fault} `conflict` while a cue plays it, `not-found` */
  async remove(eventId: string, id: string): Promise<void> {
    const removed = await this.manager.transaction(async (manager) => {
      await this.liveEvents.lock(manager, eventId);
      const [greeting] = await this.rows.lock(manager, { id, eventId });
      if (!greeting) throw new Fault('not-found', 'there is no such greeting');
      await this.announcements.announce(manager, uploadsStopped, id);
      if (await this.rundowns.plays(id, manager)) throw greetingConflict(greeting, 'a cue plays it');
      await manager.delete(GreetingEntity, { id });
      await manager.decrement(
        GreetingEntity,
        { eventId, position: MoreThan(greeting.position) },
        'position',
        1,
      );
      return greeting;
    });
    await this.news.removed(removed);
    if (removed.uploadId) await this.uploads.remove(removed.uploadId);
    await this.unused.discard(removed);
  }

  /** Changes the order of precedence: the ones in between move up or down by one. */
  private async move(caller: Ticket, seen: SeenGreeting, wanted: number): Promise<Greeting> {
    const moved = await this.manager.transaction(async (manager) => {
      const { eventId, id, version } = seen;
      await this.liveEvents.lock(manager, eventId);
      const all = (await this.rows.lock(manager, { eventId })).toSorted((a, b) => a.position - b.position);
      const greeting = all.find((one) => one.id === id);
      if (!greeting) throw new Fault('not-found', 'there is no such greeting');
      if (greeting.version !== version) throw greetingConflict(greeting, 'somebody has changed it meanwhile');
      const order = all.filter((one) => one !== greeting);
      order.splice(wanted - 1, 0, greeting);
      const changed = order.flatMap((one, index) =>
        one.position === index + 1 ? [] : [{ ...one, position: index + 1 }],
      );
      for (const one of changed)
        await manager.update(
          GreetingEntity,
          { id: one.id },
          { position: one.position, changedBy: caller.displayName, version: () => 'version + 1' },
        );
      return changed.map((one) => one.id);
    });
    for (const id of moved) await this.news.changed(await this.rows.findOne({ id }));
    return this.rows.findOne({ id: seen.id });
  }

  private withLink(greeting: Greeting, secret: string): GreetingLinkDto {
    return { greeting: this.dtos.of(greeting), link: `${this.config.publicUrl}/greetings#${secret}` };
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

/** @throws {Fault} `not-found` */
function demandOf(eventId: string, greeting: Greeting): void {
  if (greeting.eventId !== eventId) throw new Fault('not-found', 'there is no such greeting');
}
