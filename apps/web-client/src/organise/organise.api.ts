import type {
  CreateInvitationDto,
  CreateLiveEventDto,
  CreateSessionDto,
  CreateVenueDto,
  InvitationDto,
  InvitationLinkDto,
  LiveEventDto,
  LiveEventSummaryDto,
  ParticipantPageDto,
  SessionDto,
  UpdateLiveEventDto,
  UpdateSessionDto,
  UpdateVenueDto,
  VenueDto,
} from '@manyhalls/contracts';
import type { RequestOptions } from '../api/http';
import type { Method } from '../api/http';
import { signedHttp } from '../sign-in/tickets';

/** What one organiser may ask of the server. */
export function organiserApi(signInId: string) {
  const ask = <Reply>(method: Method, path: string, options?: Omit<RequestOptions, 'ticket'>) =>
    signedHttp<Reply>(signInId, method, path, options);
  return {
    listEvents: (signal: AbortSignal) => ask<LiveEventSummaryDto[]>('GET', 'events', { signal }),
    createEvent: (event: CreateLiveEventDto) => ask<LiveEventDto>('POST', 'events', { body: event }),
    updateEvent: (eventId: string, change: UpdateLiveEventDto) =>
      ask<LiveEventDto>('PATCH', `events/${eventId}`, { body: change }),

    createVenue: (eventId: string, venue: CreateVenueDto) =>
      ask<VenueDto>('POST', `events/${eventId}/venues`, { body: venue }),
    updateVenue: (eventId: string, venueId: string, change: UpdateVenueDto) =>
      ask<VenueDto>('PATCH', `events/${eventId}/venues/${venueId}`, { body: change }),
    removeVenue: (eventId: string, venueId: string) =>
      ask<void>('DELETE', `events/${eventId}/venues/${venueId}`),

    createSession: (eventId: string, session: CreateSessionDto) =>
      ask<SessionDto>('POST', `events/${eventId}/sessions`, { body: session }),
    updateSession: (eventId: string, sessionId: string, change: UpdateSessionDto) =>
      ask<SessionDto>('PATCH', `events/${eventId}/sessions/${sessionId}`, { body: change }),
    removeSession: (eventId: string, sessionId: string) =>
      ask<void>('DELETE', `events/${eventId}/sessions/${sessionId}`),

    listInvitations: (eventId: string, signal: AbortSignal) =>
      ask<InvitationDto[]>('GET', `events/${eventId}/invitations`, { signal }),
    invite: (eventId: string, invitation: CreateInvitationDto) =>
      ask<InvitationLinkDto>('POST', `events/${eventId}/invitations`, { body: invitation }),
    replaceLink: (eventId: string, invitationId: string) =>
      ask<InvitationLinkDto>('POST', `events/${eventId}/invitations/${invitationId}/replace-link`),
    revokeInvitation: (eventId: string, invitationId: string) =>
      ask<void>('POST', `events/${eventId}/invitations/${invitationId}/revoke`),

    listAttendees: (eventId: string, search: string, offset: number, signal: AbortSignal) =>
      ask<ParticipantPageDto>(
        'GET',
        `events/${eventId}/participants?${new URLSearchParams({ role: 'attendee', search, offset: String(offset) })}`,
        { signal },
      ),
    revokeParticipant: (eventId: string, participantId: string) =>
      ask<void>('POST', `events/${eventId}/participants/${participantId}/revoke`),
  };
}

export type OrganiserApi = ReturnType<typeof organiserApi>;
