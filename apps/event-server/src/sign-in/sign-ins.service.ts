import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, MoreThan, Not, IsNull, type EntityManager, type Repository } from 'typeorm';
import { Fault, type SignInDto } from '@manyhalls/contracts';
import { LiveEventsService } from '../live-events/live-events.service';
import type { Participant } from '../participants/participant';
import { ParticipantsService } from '../participants/participants.service';
import { freshSecret, hashOf } from '../secrets/link-secret';
import { SignInEntity } from './sign-in.entity';
import type { Ticket } from './ticket';
import { TicketService } from './ticket.service';

/** How long a device may stay away before its person has to open the link again. */
export const signInLifeMs = 30 * 24 * 3600 * 1000;

/** A device that was just signed in, and the secret that goes into its cookie. */
export interface OpenedSignIn {
  id: string;
  participant: Participant;
  secret: string;
}

@Injectable()
export class SignInsService {
  constructor(
    @InjectRepository(SignInEntity) private readonly signIns: Repository<SignInEntity>,
    private readonly tickets: TicketService,
    private readonly participants: ParticipantsService,
    private readonly liveEvents: LiveEventsService,
  ) {}

  /**
   * Signs a person in on one more device.
   * @throws {Fault} `revoked`
   */
  async open(manager: EntityManager, participantId: string): Promise<OpenedSignIn> {
    const participant = await this.participants.hold(manager, participantId);
    const secret = freshSecret();
    const id = randomUUID();
    await manager.insert(SignInEntity, {
      id,
      participantId,
      secretHash: hashOf(secret),
      expiresAt: new Date(Date.now() + signInLifeMs),
    });
    return { id, participant, secret };
  }

  /**
   * A new ticket for the device that holds the secret.
   * @throws {Fault} `revoked`; `not-signed-in` when the secret is not this sign-in's, or it has expired.
   */
  async refresh(id: string, secret: string): Promise<SignInDto> {
    const { participantId } = await this.prove(id, secret);
    await this.signIns.update({ id }, { expiresAt: new Date(Date.now() + signInLifeMs) });
    return this.describe({ id, participant: await this.participants.find(participantId) });
  }

  /**
   * Whose sign-in this is, if the secret is right.
   * @throws {Fault} as `refresh`
   */
  async prove(id: string, secret: string): Promise<{ participantId: string }> {
    const signIn = await this.signIns.findOneBy({
      id,
      secretHash: hashOf(secret),
      expiresAt: MoreThan(new Date()),
    });
    if (!signIn) throw new Fault('not-signed-in', 'this sign-in is not yours, or has expired');
    if (signIn.revokedAt) throw new Fault('revoked', 'this sign-in was taken back');
    return signIn;
  }

  /**
   * Who holds this ticket: signature, expiry, and that it was not taken back.
   * @throws {Fault} `not-signed-in`, `ticket-expired`, `revoked`
   */
  async authenticate(token: string): Promise<Ticket> {
    const ticket = await this.tickets.verify(token);
    await this.check(ticket.signInId);
    return ticket;
  }

  /** @throws {Fault} `revoked` when the sign-in was taken back, signed out, or is no more. */
  async check(signInId: string): Promise<void> {
    if (!(await this.signIns.existsBy({ id: signInId, revokedAt: IsNull() })))
      throw new Fault('revoked', 'this sign-in was taken back');
  }

  /** Those of the ids that are taken back. */
  async revokedAmong(ids: string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const revoked = await this.signIns.find({
      where: { id: In(ids), revokedAt: Not(IsNull()) },
      select: { id: true },
    });
    return revoked.map(({ id }) => id);
  }

  /** What the browser is told, with a ticket. Not inside a transaction: it asks the database by itself. */
  async describe({ id: signInId, participant }: Omit<OpenedSignIn, 'secret'>): Promise<SignInDto> {
    const { id: participantId, eventId, role, venueId, displayName, institution, language } = participant;
    const holder = { signInId, participantId, eventId, role, venueId, displayName };
    const { token, expiresAt } = await this.tickets.issue(holder);
    return {
      signInId,
      ticket: token,
      ticketExpiresAt: expiresAt.toISOString(),
      serverTime: new Date().toISOString(),
      me: {
        participantId,
        eventId,
        eventSlug: eventId === null ? null : (await this.liveEvents.find(eventId)).slug,
        role,
        venueId,
        displayName,
        institution,
        language,
      },
    };
  }
}
