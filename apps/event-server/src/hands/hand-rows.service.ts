import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type FindOptionsWhere, type Repository } from 'typeorm';
import { Fault, handStates } from '@manyhalls/contracts';
import { hasTurn, isHandOpen } from '@manyhalls/domain';
import { ParticipantsService } from '../participants/participants.service';
import { isAudience, type Peer } from '../peers/peer';
import type { Hand } from './hand';
import { HandEntity } from './hand.entity';

/** The hands, as rows with their people. Whoever changes one does it inside `HandChanges`, which holds the show state. */
@Injectable()
export class HandRows {
  constructor(
    @InjectRepository(HandEntity) private readonly hands: Repository<HandEntity>,
    private readonly participants: ParticipantsService,
  ) {}

  /** In the order of the queue. */
  async find(
    which: FindOptionsWhere<HandEntity>,
    manager: EntityManager = this.hands.manager,
  ): Promise<Hand[]> {
    const rows = await manager.find(HandEntity, { where: which, order: { raisedAt: 'ASC', id: 'ASC' } });
    const ids = [...new Set(rows.map(({ participantId }) => participantId))];
    const people = new Map(
      (await this.participants.findMany(ids, manager)).map((person) => [person.id, person]),
    );
    return rows.flatMap((row) => {
      const person = people.get(row.participantId);
      return person ? [{ ...row, person }] : [];
    });
  }

  /** Those of them who wait or have a turn. */
  async findOpen(which: FindOptionsWhere<HandEntity>, manager?: EntityManager): Promise<Hand[]> {
    return this.find({ ...which, state: In(handStates.filter(isHandOpen)) }, manager);
  }

  /** Their people are here. */
  async touch(ids: string[]): Promise<void> {
    if (ids.length > 0) await this.hands.update({ id: In(ids) }, { seenAt: () => 'now()' });
  }

  /**
   * Everybody who publishes asks here, and so an attendee has this right in the row or not at all.
   * @throws {Fault} `forbidden` to an attendee who has no turn
   */
  async demandTurn(peer: Peer, manager: EntityManager = this.hands.manager): Promise<void> {
    if (!isAudience(peer)) return;
    const { sessionId, participantId } = peer;
    const state = In(handStates.filter(hasTurn));
    if (!(await manager.existsBy(HandEntity, { sessionId, participantId, state })))
      throw new Fault('forbidden', 'attendees publish only during their turn to speak');
  }
}
