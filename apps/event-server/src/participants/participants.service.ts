import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ILike, In, IsNull, MoreThanOrEqual, Not, type EntityManager, type Repository } from 'typeorm';
import { Fault, type ParticipantQueryDto, type Role } from '@manyhalls/contracts';
import { cleanText, demandWords } from '../wire/clean-text';
import type { NewParticipant, Participant } from './participant';
import { ParticipantEntity } from './participant.entity';

const pageSize = 100;

@Injectable()
export class ParticipantsService {
  constructor(
    @InjectRepository(ParticipantEntity) private readonly participants: Repository<ParticipantEntity>,
  ) {}

  /** @throws {Fault} `not-found` */
  async find(id: string): Promise<Participant> {
    const participant = await this.participants.findOneBy({ id });
    if (!participant) throw new Fault('not-found', 'there is no such participant');
    return participant;
  }

  /** Those of the ids that exist, in no order. */
  async findMany(ids: string[], manager: EntityManager = this.participants.manager): Promise<Participant[]> {
    return ids.length === 0 ? [] : manager.findBy(ParticipantEntity, { id: In(ids) });
  }

  /** Newest first, a hundred at a time. */
  async page(eventId: string, query: ParticipantQueryDto): Promise<{ people: Participant[]; total: number }> {
    const { role, search, offset: skip } = query;
    const of = { eventId, ...(role && { role }) };
    const like = search && ILike(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
    const [people, total] = await this.participants.findAndCount({
      where: like
        ? [
            { ...of, displayName: like },
            { ...of, institution: like },
          ]
        : of,
      order: { createdAt: 'DESC', id: 'ASC' },
      take: pageSize,
      skip,
    });
    return { people, total };
  }

  /** Everybody who was invited to an event, or (`null`) to run the installation; in the order of their invitations. */
  async invited(eventId: string | null): Promise<Participant[]> {
    return this.participants.find({
      where: { eventId: eventId ?? IsNull(), role: Not<Role>('attendee') },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws {Fault} `bad-request` when nothing of the name can be read */
  async create(manager: EntityManager, person: NewParticipant): Promise<Participant> {
    const participant = {
      ...{ id: randomUUID(), createdAt: new Date(), revokedAt: null },
      ...person,
      displayName: demandWords(person.displayName),
      institution: cleanText(person.institution),
    };
    await manager.insert(ParticipantEntity, participant);
    return participant;
  }

  /**
   * Reads a person and keeps them from being revoked until the transaction of `manager` ends.
   * @throws {Fault} `revoked`, `not-found`
   */
  async hold(manager: EntityManager, id: string): Promise<Participant> {
    const participant = await manager.findOne(ParticipantEntity, {
      where: { id },
      lock: { mode: 'pessimistic_read' },
    });
    if (!participant) throw new Fault('not-found', 'there is no such participant');
    if (participant.revokedAt) throw new Fault('revoked', 'this access was taken back');
    return participant;
  }

  /** Only marks the person; `RevocationService` also ends what they are doing. */
  async markRevoked(manager: EntityManager, id: string): Promise<void> {
    await manager.update(ParticipantEntity, { id, revokedAt: IsNull() }, { revokedAt: new Date() });
  }

  /** @param since a person who was revoked before stays so */
  async unmarkRevoked(manager: EntityManager, id: string, since = new Date(0)): Promise<void> {
    await manager.update(ParticipantEntity, { id, revokedAt: MoreThanOrEqual(since) }, { revokedAt: null });
  }

  /** @throws {Fault} `bad-request` naming the ids that are no people of this event with this role. */
  async demand(eventId: string, ids: string[], role: Role): Promise<void> {
    const fit = new Set(
      (await this.findMany(ids))
        .filter((person) => person.eventId === eventId && person.role === role && !person.revokedAt)
        .map((person) => person.id),
    );
    const unfit = ids.filter((id) => !fit.has(id));
    if (unfit.length > 0)
      throw new Fault('bad-request', `not every id is a ${role} of this event`, { ids: unfit });
  }
}
