import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Fault, type CreateVenueDto, type UpdateVenueDto } from '@manyhalls/contracts';
import { brokenReference, brokenUnique } from '../database/database-errors';
import { withoutGaps } from '../wire/without-gaps';
import type { Venue } from './venue';
import { VenueEntity } from './venue.entity';

/** Who refers to a hall, by the name of the foreign key that keeps it from going. */
const users: Record<string, string> = {
  session_venues_venue: 'sessions take place in this hall',
  participants_venue: 'people belong to this hall',
};

@Injectable()
export class VenuesService {
  constructor(@InjectRepository(VenueEntity) private readonly venues: Repository<VenueEntity>) {}

  /** In protocol order. */
  async ofEvent(eventId: string): Promise<Venue[]> {
    return this.venues.find({ where: { eventId }, order: { position: 'ASC', key: 'ASC' } });
  }

  /** @throws {Fault} `not-found`, also for a hall of another event. */
  async find(eventId: string, id: string): Promise<Venue> {
    const venue = await this.venues.findOneBy({ id, eventId });
    if (!venue) throw new Fault('not-found', 'there is no such hall in this event');
    return venue;
  }

  /** @throws {Fault} `bad-request` naming the ids that are no halls of this event. */
  async demand(eventId: string, ids: string[]): Promise<void> {
    const known = new Set((await this.ofEvent(eventId)).map((venue) => venue.id));
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0)
      throw new Fault('bad-request', 'not every id is a hall of this event', { ids: unknown });
  }

  /** @throws {Fault} `conflict` when the key is taken, `not-found` */
  async create(eventId: string, dto: CreateVenueDto): Promise<Venue> {
    const position = dto.position ?? ((await this.venues.maximum('position', { eventId })) ?? 0) + 1;
    const venue = { ...dto, homeNode: dto.homeNode ?? dto.key, position, id: randomUUID(), eventId };
    try {
      await this.venues.insert(venue);
    } catch (error) {
      if (brokenUnique(error)) throw new Fault('conflict', `the key "${dto.key}" is taken`, { field: 'key' });
      if (brokenReference(error)) throw new Fault('not-found', 'there is no such event');
      throw error;
    }
    return venue;
  }

  /** @throws {Fault} `not-found` */
  async update(eventId: string, id: string, change: UpdateVenueDto): Promise<Venue> {
    const given = withoutGaps(change);
    if (Object.keys(given).length > 0) await this.venues.update({ id, eventId }, given);
    return this.find(eventId, id);
  }

  /** @throws {Fault} `conflict` while a session or somebody needs it, `not-found` */
  async remove(eventId: string, id: string): Promise<void> {
    await this.find(eventId, id);
    try {
      await this.venues.delete({ id, eventId });
    } catch (error) {
      const constraint = brokenReference(error);
      if (constraint) throw new Fault('conflict', users[constraint] ?? 'this hall is in use');
      throw error;
    }
  }
}
