import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type Repository } from 'typeorm';
import {
  Fault,
  type CreateInvitationDto,
  type InvitationDto,
  type InvitationLinkDto,
} from '@manyhalls/contracts';
import { Config } from '../config/config';
import { brokenUnique } from '../database/database-errors';
import { LiveEventsService } from '../live-events/live-events.service';
import type { NewParticipant, Participant } from '../participants/participant';
import { ParticipantsService } from '../participants/participants.service';
import { freshSecret, hashOf } from '../secrets/link-secret';
import { Secrets } from '../secrets/secrets';
import { RevocationService } from '../sign-in/revocation.service';
import { VenuesService } from '../venues/venues.service';
import { toInvitationDto } from './invitation-dto';
import { InvitationEntity } from './invitation.entity';

const dayMs = 24 * 3600 * 1000;

/** Inviting people: making links, listing and replacing them. Using a link is `RedemptionService`. */
@Injectable()
export class InvitationsService {
  constructor(
    @InjectRepository(InvitationEntity) private readonly invitations: Repository<InvitationEntity>,
    private readonly participants: ParticipantsService,
    private readonly liveEvents: LiveEventsService,
    private readonly venues: VenuesService,
    private readonly revocation: RevocationService,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** In the order in which people were invited. */
  async ofEvent(eventId: string): Promise<InvitationDto[]> {
    const people = await this.participants.invited(eventId);
    const rows = await this.invitations.findBy({ participantId: In(people.map(({ id }) => id)) });
    const byPerson = new Map(rows.map((row) => [row.participantId, row]));
    return people.flatMap((person) => {
      const invitation = byPerson.get(person.id);
      return invitation ? [toInvitationDto(invitation, person)] : [];
    });
  }

  /** @throws {Fault} `bad-request` when the role and the hall do not fit; `not-found` */
  async invite(eventId: string, dto: CreateInvitationDto): Promise<InvitationLinkDto> {
    return this.write(
      await this.personOf(eventId, dto),
      freshSecret(),
      await this.expiryOf(eventId, dto.expiresAt),
    );
  }

  /**
   * An invitation whose link is the same whenever it is asked for, so that it can be printed at every start.
   * @param purpose unlike any other in this installation
   */
  async inviteOnce(eventId: string, dto: CreateInvitationDto, purpose: string): Promise<InvitationLinkDto> {
    const expiresAt = await this.expiryOf(eventId, dto.expiresAt);
    return this.writeOnce(
      await this.personOf(eventId, dto),
      this.secrets.derive(`invitation ${purpose}`),
      expiresAt,
    );
  }

  /** Like `invite`, for an organiser of the whole installation. The link works for a week. */
  async inviteOrganiser(displayName: string): Promise<InvitationLinkDto> {
    return this.write(organiser(displayName), freshSecret(), new Date(Date.now() + 7 * dayMs));
  }

  /** Like `inviteOnce`, for an organiser of the whole installation. */
  async inviteOrganiserOnce(displayName: string, purpose: string): Promise<InvitationLinkDto> {
    const secret = this.secrets.derive(`invitation ${purpose}`);
    return this.writeOnce(organiser(displayName), secret, new Date(Date.now() + 7 * dayMs));
  }

  /** Whether anybody has ever used a link to run the whole installation. */
  async hadOrganiser(): Promise<boolean> {
    const organisers = await this.participants.invited(null);
    const rows = await this.invitations.findBy({ participantId: In(organisers.map(({ id }) => id)) });
    return rows.some((row) => row.redeemedAt !== null);
  }

  /**
   * A new link for the same person. The old link, and every device that signed in by it, stop working; a person who
   * was revoked may come back.
   * @throws {Fault} `not-found`
   */
  async replaceLink(eventId: string, id: string): Promise<InvitationLinkDto> {
    const person = await this.personBehind(eventId, id);
    const secret = freshSecret();
    const expiresAt = await this.expiryOf(eventId);
    await this.invitations.manager.transaction(async (manager) => {
      await manager.update(
        InvitationEntity,
        { id },
        { secretHash: hashOf(secret), expiresAt, redeemedAt: null },
      );
      await this.participants.unmarkRevoked(manager, person.id);
      await this.revocation.revokeSignInsOf(manager, person.id);
    });
    return this.describe(id, secret);
  }

  /**
   * Whom an invitation is for.
   * @throws {Fault} `not-found`, also when it belongs to another event.
   */
  async personBehind(eventId: string, id: string): Promise<Participant> {
    const invitation = await this.invitations.findOneBy({ id });
    const person = invitation && (await this.participants.find(invitation.participantId));
    if (person?.eventId !== eventId) throw new Fault('not-found', 'there is no such invitation');
    return person;
  }

  private async personOf(eventId: string, dto: CreateInvitationDto): Promise<NewParticipant> {
    const { role, displayName, institution = '', language, venueId = null } = dto;
    if (role === 'venue-host' && !venueId)
      throw new Fault('bad-request', 'a venue host belongs to a hall', { field: 'venueId' });
    if (role !== 'venue-host' && venueId)
      throw new Fault('bad-request', 'only a venue host belongs to a hall', { field: 'venueId' });
    if (venueId) await this.venues.demand(eventId, [venueId]);
    return { eventId, role, displayName, institution, language, venueId, country: null };
  }

  /** Default: a day after the event is over everywhere, which is when its last day ends at UTC-12. */
  private async expiryOf(eventId: string, wanted?: string): Promise<Date> {
    const { lastDay } = await this.liveEvents.find(eventId);
    const expiresAt = wanted ? new Date(wanted) : new Date(Date.parse(`${lastDay}T24:00:00-12:00`) + dayMs);
    if (expiresAt <= new Date())
      throw new Fault('bad-request', 'the link would have expired already', { field: 'expiresAt' });
    return expiresAt;
  }

  private async write(person: NewParticipant, secret: string, expiresAt: Date): Promise<InvitationLinkDto> {
    const id = randomUUID();
    await this.invitations.manager.transaction(async (manager: EntityManager) => {
      const { id: participantId } = await this.participants.create(manager, person);
      await manager.insert(InvitationEntity, { id, participantId, secretHash: hashOf(secret), expiresAt });
    });
    return this.describe(id, secret);
  }

  private async writeOnce(
    person: NewParticipant,
    secret: string,
    expiresAt: Date,
  ): Promise<InvitationLinkDto> {
    const secretHash = hashOf(secret);
    const { affected } = await this.invitations.update({ secretHash }, { expiresAt });
    try {
      if (affected === 0) return await this.write(person, secret, expiresAt);
    } catch (error) {
      // Another server, starting at the same moment, was faster.
      if (!brokenUnique(error)) throw error;
    }
    const { id } = await this.invitations.findOneByOrFail({ secretHash });
    return this.describe(id, secret);
  }

  private async describe(id: string, secret: string): Promise<InvitationLinkDto> {
    const invitation = await this.invitations.findOneByOrFail({ id });
    const person = await this.participants.find(invitation.participantId);
    return {
      invitation: toInvitationDto(invitation, person),
      link: `${this.config.publicUrl}/invite#${secret}`,
    };
  }
}

function organiser(displayName: string): NewParticipant {
  const nobody = { eventId: null, venueId: null, country: null, institution: '' };
  return { ...nobody, role: 'organiser', displayName, language: 'en' };
}
