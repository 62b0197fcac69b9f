import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager, IsNull, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import { Announcements } from '../database/announcements.service';
import { ParticipantsService } from '../participants/participants.service';
import { SignInEntity } from './sign-in.entity';
import { SignInsService } from './sign-ins.service';
import type { Ticket } from './ticket';

const channel = 'sign_ins_revoked';
/** NOTIFY carries less than 8,000 bytes; an id is 36 and a comma. */
const idsPerAnnouncement = 200;
const retryMs = 500;

/** Somebody on this server who keeps something open for people who are signed in: sockets, and their media. */
export interface RevocationListener {
  /**
   * Every sign-in that something is open for. Asked when announcements may have been missed. Add a sign-in here
   * before checking it against the database, otherwise a revocation in between is not heard.
   */
  signInsInUse(): Iterable<string>;
  /** Close whatever is open for these now. May name sign-ins that are not in use here. */
  revoked(signInIds: string[]): void;
}

/** Takes access back, and tells every event-server so that nothing stays open. */
@Injectable()
export class RevocationService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Revocation');
  private readonly listeners = new Set<RevocationListener>();
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly announcements: Announcements,
    private readonly signIns: SignInsService,
    private readonly participants: ParticipantsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.announcements.listen(channel, {
      heard: (payload) => this.tell(payload.split(',')),
      missedSome: () => void this.recheck(),
    });
  }

  onApplicationShutdown(): void {
    clearTimeout(this.retry);
  }

  /** @returns a function that stops listening. */
  onRevoked(listener: RevocationListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * One person of an event takes back the access of another.
   * @throws {Fault} `conflict` for one's own access; `not-found`, also for a person of another event.
   */
  async takeBack(caller: Ticket, eventId: string, participantId: string): Promise<void> {
    if (caller.participantId === participantId)
      throw new Fault('conflict', 'nobody can take back their own access');
    const person = await this.participants.find(participantId);
    if (person.eventId !== eventId) throw new Fault('not-found', 'there is no such participant');
    await this.manager.transaction((manager) => this.revokeParticipant(manager, participantId));
  }

  /** Ends every sign-in of a person and lets them in no more. */
  async revokeParticipant(manager: EntityManager, participantId: string): Promise<void> {
    await this.participants.markRevoked(manager, participantId);
    await this.revokeSignInsOf(manager, participantId);
  }

  /** Takes back what was done to a person since then: they may come again, with the devices they had. */
  async restoreParticipant(manager: EntityManager, id: string, since: Date): Promise<void> {
    await this.participants.unmarkRevoked(manager, id, since);
    await manager.update(
      SignInEntity,
      { participantId: id, revokedAt: MoreThanOrEqual(since) },
      { revokedAt: null },
    );
  }

  /** Ends every sign-in of a person, who may sign in again. */
  async revokeSignInsOf(manager: EntityManager, participantId: string): Promise<void> {
    await this.revoke(manager, { participantId });
  }

  /** Ends one device's sign-in. */
  async revokeSignIn(manager: EntityManager, id: string): Promise<void> {
    await this.revoke(manager, { id });
  }

  private async revoke(manager: EntityManager, which: FindOptionsWhere<SignInEntity>): Promise<void> {
    const { raw } = await manager
      .createQueryBuilder()
      .update(SignInEntity)
      .set({ revokedAt: new Date() })
      .where({ ...which, revokedAt: IsNull() })
      .returning('id')
      .execute();
    const ids = (raw as { id: string }[]).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += idsPerAnnouncement)
      await this.announcements.announce(
        manager,
        channel,
        ids.slice(start, start + idsPerAnnouncement).join(','),
      );
  }

  private tell(signInIds: string[]): void {
    for (const listener of this.listeners) listener.revoked(signInIds);
  }

  private async recheck(): Promise<void> {
    clearTimeout(this.retry);
    try {
      for (const listener of this.listeners) {
        const revoked = await this.signIns.revokedAmong([...listener.signInsInUse()]);
        if (revoked.length > 0) listener.revoked(revoked);
      }
    } catch (error) {
      this.logger.warn(`cannot ask yet what was revoked meanwhile: ${String(error)}`);
      this.retry = setTimeout(() => void this.recheck(), retryMs);
    }
  }
}
