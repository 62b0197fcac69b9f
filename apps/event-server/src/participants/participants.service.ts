import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, type EntityManager, type Repository } from 'typeorm';
import { Fault, type Role } from '@manyhalls/contracts';
import type { NewParticipant, Participant } from './participant';
import { ParticipantEntity } from './participant.entity';

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
  async findMany(ids: string[]): Promise<Participant[]> {
    return ids.length === 0 ? [] : this.participants.findBy({ id: In(ids) });
  }

  async create(manager: EntityManager, person: NewParticipant): Promise<Participant> {
    const participant = { id: randomUUID(), createdAt: new Date(), revokedAt: null, ...person };
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

  async unmarkRevoked(manager: EntityManager, id: string): Promise<void> {
    await manager.update(ParticipantEntity, { id }, { revokedAt: null });
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
