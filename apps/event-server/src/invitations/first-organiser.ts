import { Injectable } from '@nestjs/common';
import { InvitationsService } from './invitations.service';

const displayName = 'Organiser';

/** How the first person gets in, and how a locked-out one gets in again. */
@Injectable()
export class FirstOrganiser {
  constructor(private readonly invitations: InvitationsService) {}

  /** The link to show until somebody has used it, the same at every start; afterwards `null`. */
  async unusedLink(): Promise<string | null> {
    if (await this.invitations.hadOrganiser()) return null;
    return (await this.invitations.inviteOrganiserOnce(displayName, 'first organiser')).link;
  }

  /** One more link, at any time. */
  async freshLink(): Promise<string> {
    return (await this.invitations.inviteOrganiser(displayName)).link;
  }
}
