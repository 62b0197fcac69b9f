import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Fault, type InvitationPreviewDto } from '@manyhalls/contracts';
import { LiveEventsService } from '../live-events/live-events.service';
import type { Participant } from '../participants/participant';
import { ParticipantsService } from '../participants/participants.service';
import { hashOf } from '../secrets/link-secret';
import { SignInsService, type OpenedSignIn } from '../sign-in/sign-ins.service';
import { VenuesService } from '../venues/venues.service';
import { stateOf, toInvitationDto } from './invitation-dto';
import { InvitationEntity } from './invitation.entity';

/** Using an invitation link. Whoever holds the secret is the person. */
@Injectable()
export class RedemptionService {
  constructor(
    @InjectRepository(InvitationEntity) private readonly invitations: Repository<InvitationEntity>,
    private readonly participants: ParticipantsService,
    private readonly liveEvents: LiveEventsService,
    private readonly venues: VenuesService,
    private readonly signIns: SignInsService,
  ) {}

  /**
   * What the page behind the link shows. Changes nothing: mail scanners open links too.
   * @throws {Fault} `not-found`; `revoked` with `details.state` `revoked` or `expired`
   */
  async preview(secret: string): Promise<InvitationPreviewDto> {
    const invitation = found(await this.invitations.findOneBy({ secretHash: hashOf(secret) }));
    const person = await this.participants.find(invitation.participantId);
    demandUsable(invitation, person);
    const { role, displayName, language } = toInvitationDto(invitation, person);
    const { eventId, venueId } = person;
    return {
      role,
      displayName,
      language,
      eventTitle: eventId === null ? null : (await this.liveEvents.find(eventId)).title,
      venueCity:
        eventId === null || venueId === null ? null : (await this.venues.find(eventId, venueId)).city,
    };
  }

  /**
   * Signs the person in. The link works again, for the same person, until it is revoked or expires: on the day a
   * hall's computer may break.
   * @throws {Fault} as `preview`
   */
  async redeem(secret: string): Promise<OpenedSignIn> {
    return this.invitations.manager.transaction(async (manager) => {
      // Locked, so that a link that is being replaced signs nobody in at the same moment.
      const invitation = found(
        await manager.findOne(InvitationEntity, {
          where: { secretHash: hashOf(secret) },
          lock: { mode: 'pessimistic_write' },
        }),
      );
      const opened = await this.signIns.open(manager, invitation.participantId);
      demandUsable(invitation, opened.participant);
      if (!invitation.redeemedAt)
        await manager.update(InvitationEntity, { id: invitation.id }, { redeemedAt: new Date() });
      return opened;
    });
  }
}

function found(invitation: InvitationEntity | null): InvitationEntity {
  if (!invitation) throw new Fault('not-found', 'this link leads nowhere; perhaps it was replaced');
  return invitation;
}

function demandUsable(invitation: InvitationEntity, person: Participant): void {
  const state = stateOf(invitation, person);
  if (state === 'revoked' || state === 'expired')
    throw new Fault('revoked', state === 'expired' ? 'this link has expired' : 'this link was taken back', {
      state,
    });
}
