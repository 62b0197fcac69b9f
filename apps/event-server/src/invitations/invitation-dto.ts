import type { InvitationDto, InvitationState } from '@manyhalls/contracts';
import type { Participant } from '../participants/participant';
import type { InvitationEntity } from './invitation.entity';

/** What can be done with a link now. */
export function stateOf(invitation: InvitationEntity, person: Participant): InvitationState {
  if (person.revokedAt) return 'revoked';
  if (invitation.expiresAt <= new Date()) return 'expired';
  return invitation.redeemedAt ? 'redeemed' : 'open';
}

export function toInvitationDto(invitation: InvitationEntity, person: Participant): InvitationDto {
  const { role, displayName, institution, language, venueId } = person;
  if (role === 'attendee') throw new Error('attendees are not invited');
  return {
    id: invitation.id,
    participantId: person.id,
    role,
    displayName,
    institution,
    language,
    venueId,
    state: stateOf(invitation, person),
    expiresAt: invitation.expiresAt.toISOString(),
    redeemedAt: invitation.redeemedAt?.toISOString() ?? null,
    revokedAt: person.revokedAt?.toISOString() ?? null,
  };
}
