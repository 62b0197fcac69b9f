import type {
  CreateInvitationDto,
  InvitationDto,
  InvitationLinkDto,
  InvitedRole,
  RegistrationDto,
  SignInDto,
} from '@manyhalls/contracts';
import { InvitationsService } from '../../apps/event-server/src/invitations/invitations.service';
import { ask, call, type Reachable } from './http';
import type { TestServer } from './server';

/** Somebody who is signed in on one device. */
export interface Person {
  signIn: SignInDto;
  /** `signIn.ticket`, good for five minutes. */
  ticket: string;
  participantId: string;
  /** `name=secret`, as a browser sends it back to `/api/sign-ins/<id>`. */
  cookie: string;
}

export interface InvitedPerson extends Person {
  invitation: InvitationDto;
  secret: string;
}

export const secretIn = (link: string) => new URL(link).hash.slice(1);

/** Uses an invitation link on one more device. */
export async function redeem(server: Reachable, secret: string): Promise<Person> {
  const answer = await call<SignInDto>(server, 'POST', 'invitations/redeem', { body: { secret } });
  if (answer.status !== 200) throw new Error(`redeem: ${JSON.stringify(answer.body)}`);
  return personOf(answer.body, answer.headers);
}

/** An organiser of the whole installation, who may create events. */
export async function installationOrganiser(server: TestServer): Promise<Person> {
  const { link } = await server.get(InvitationsService).inviteOrganiser('Office of the Organiser');
  return redeem(server, secretIn(link));
}

export function invitationOf(
  role: InvitedRole,
  more: Partial<CreateInvitationDto> = {},
): CreateInvitationDto {
  return { role, displayName: `Office of the ${role}`, institution: 'Institute', language: 'en', ...more };
}

/** Invites somebody to an event and signs them in. */
export async function invite(
  server: Reachable,
  organiser: Person,
  eventId: string,
  dto: CreateInvitationDto,
): Promise<InvitedPerson> {
  const { invitation, link } = await ask<InvitationLinkDto>(server, 'POST', `events/${eventId}/invitations`, {
    ticket: organiser.ticket,
    body: dto,
  });
  const secret = secretIn(link);
  return { ...(await redeem(server, secret)), invitation, secret };
}

export function registrationOf(more: Partial<RegistrationDto> = {}): RegistrationDto {
  return {
    displayName: 'Attendee',
    institution: 'University',
    country: 'JP',
    language: 'ja',
    consentVersion: '2020-1',
    ...more,
  };
}

/** Registers an attendee. */
export async function register(
  server: Reachable,
  slug: string,
  more: Partial<RegistrationDto> = {},
): Promise<Person> {
  const answer = await call<SignInDto>(server, 'POST', `public/events/${slug}/register`, {
    body: registrationOf(more),
  });
  if (answer.status !== 201) throw new Error(`register: ${JSON.stringify(answer.body)}`);
  return personOf(answer.body, answer.headers);
}

function personOf(signIn: SignInDto, headers: Headers): Person {
  const cookie = headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error('no cookie was given');
  return { signIn, ticket: signIn.ticket, participantId: signIn.me.participantId, cookie };
}
