import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { ParticipantsService } from '../participants/participants.service';
import { RevocationService } from '../sign-in/revocation.service';
import { InvitationsService } from './invitations.service';

const displayName = 'Organiser';

/** How the first person gets in, and how a locked-out one gets in again. */
@Injectable()
export class FirstOrganiser {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly participants: ParticipantsService,
    private readonly revocation: RevocationService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** The link to show until somebody has used it, the same at every start; afterwards `null`. */
  async unusedLink(): Promise<string | null> {
    if (await this.invitations.hadOrganiser()) return null;
    return (await this.invitations.inviteOrganiserOnce(displayName, 'first organiser')).link;
  }

  /** One more link, at any time. */
  async freshLink(): Promise<string> {
    return (await this.invitations.inviteOrganiser(displayName)).link;
  }

  /** A link that is the only way in: every organiser of the whole installation so far is revoked. */
  async onlyLink(): Promise<string> {
    const before = await this.participants.invited(null);
    await this.manager.transaction(async (manager) => {
      for (const { id } of before) await this.revocation.revokeParticipant(manager, id);
    });
    return this.freshLink();
  }
}
