import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, ModulesContainer, Reflector } from '@nestjs/core';
import { SignJWT, UnsecuredJWT } from 'jose';
import { Secrets } from '../../../apps/event-server/src/secrets/secrets';
import { permissionKey, publicKey } from '../../../apps/event-server/src/sign-in/requires';
import { call } from '../../factories/http';
import { invitationOf, invite, register } from '../../factories/people';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  server = await startServer();
  sample = await makeEvent(server);
});
afterAll(() => server.stop());

const readEvent = (ticket: string, eventId = sample.event.id) =>
  call(server, 'GET', `events/${eventId}`, { ticket });

/** The organiser's own claims, put together anew. */
function claims(more: object = {}) {
  const { signIn, participantId } = sample.organiser;
  return {
    sub: participantId,
    signIn: signIn.signInId,
    event: null,
    role: 'organiser',
    venue: null,
    name: 'Forged',
    iss: 'manyhalls',
    aud: 'ticket',
    exp: Math.floor(Date.now() / 1000) + 300,
    ...more,
  };
}
const signed = (payload: object, key = server.get(Secrets).signing, alg = 'HS256') =>
  new SignJWT({ ...payload }).setProtectedHeader({ alg }).sign(key);

it('accepts a ticket of ours', async () => {
  expect((await readEvent(sample.organiser.ticket)).status).toBe(200);
  expect((await readEvent(await signed(claims()))).status).toBe(200);
});

describe('refuses', () => {
  const refusals: [string, () => Promise<string> | string, string][] = [
    ['one changed by a letter', () => changeOneLetter(sample.organiser.ticket), 'not-signed-in'],
    ['one signed by another key', () => signed(claims(), new Uint8Array(32)), 'not-signed-in'],
    ['one signed by the right key, another way', () => signed(claims(), undefined, 'HS512'), 'not-signed-in'],
    ['one that says it needs no signature', () => new UnsecuredJWT(claims()).encode(), 'not-signed-in'],
    ['one for something else', () => signed(claims({ aud: 'media-node' })), 'not-signed-in'],
    ['one from somebody else', () => signed(claims({ iss: 'elsewhere' })), 'not-signed-in'],
    ['one without an end', () => signed({ ...claims(), exp: undefined }), 'not-signed-in'],
    ['one with a role that does not exist', () => signed(claims({ role: 'king' })), 'not-signed-in'],
    ['one whose event is no id', () => signed(claims({ event: 'x' })), 'not-signed-in'],
    [
      'one that has ended',
      () => signed(claims({ exp: Math.floor(Date.now() / 1000) - 1 })),
      'ticket-expired',
    ],
    [
      'one of a sign-in that does not exist',
      () => signed(claims({ signIn: crypto.randomUUID() })),
      'revoked',
    ],
    ['no JWT at all', () => 'abc', 'not-signed-in'],
  ];

  it.each(refusals)('%s', async (_, make, code) => {
    const answer = await readEvent(await make());
    expect([answer.status, answer.body.error.code]).toEqual([401, code]);
  });

  it('a call without one', async () => {
    const answer = await call(server, 'GET', `events/${sample.event.id}`);
    expect([answer.status, answer.body.error.code]).toEqual([401, 'not-signed-in']);
  });
});

describe('a role', () => {
  it.each(['show-caller', 'moderator', 'speaker', 'interpreter'] as const)(
    '%s may not do what organisers do',
    async (role) => {
      const person = await invite(server, sample.organiser, sample.event.id, invitationOf(role));
      const answer = await call(server, 'PATCH', `events/${sample.event.id}`, {
        ticket: person.ticket,
        body: { version: 1, title: { en: 'Mine' } },
      });
      expect([answer.status, answer.body.error.code]).toEqual([403, 'forbidden']);
    },
  );

  it('attendee may do none of it', async () => {
    const { ticket } = await register(server, sample.event.slug);
    const { id } = sample.event;
    for (const [method, path] of [
      ['GET', 'events'],
      ['POST', 'events'],
      ['GET', `events/${id}/invitations`],
      ['GET', `events/${id}/participants`],
      ['POST', `events/${id}/venues`],
      ['DELETE', `events/${id}/sessions/${sample.session.id}`],
    ] as const)
      expect((await call(server, method, path, { ticket })).body.error.code).toBe('forbidden');
  });
});

describe('an event', () => {
  it('does not exist for an organiser of another one', async () => {
    const other = await makeEvent(server);
    const { ticket } = await invite(server, other.organiser, other.event.id, invitationOf('organiser'));
    expect((await readEvent(ticket, other.event.id)).status).toBe(200);
    const { id } = sample.event;
    for (const [method, path] of [
      ['GET', `events/${id}`],
      ['PATCH', `events/${id}`],
      ['GET', `events/${id}/invitations`],
      ['POST', `events/${id}/invitations`],
      ['PATCH', `events/${id}/venues/${sample.venues[0]!.id}`],
      ['DELETE', `events/${id}/sessions/${sample.session.id}`],
    ] as const)
      expect((await call(server, method, path, { ticket })).body.error.code).toBe('not-found');
  });

  it('does not lend its halls, sessions and people to the address of another', async () => {
    const other = await makeEvent(server);
    const { ticket } = other.organiser;
    const mine = `events/${other.event.id}`;
    const invited = await invite(server, sample.organiser, sample.event.id, invitationOf('speaker'));
    for (const [method, path] of [
      ['PATCH', `${mine}/venues/${sample.venues[0]!.id}`],
      ['DELETE', `${mine}/venues/${sample.venues[0]!.id}`],
      ['PATCH', `${mine}/sessions/${sample.session.id}`],
      ['DELETE', `${mine}/sessions/${sample.session.id}`],
      ['POST', `${mine}/invitations/${invited.invitation.id}/revoke`],
      ['POST', `${mine}/invitations/${invited.invitation.id}/replace-link`],
      ['POST', `${mine}/participants/${invited.participantId}/revoke`],
    ] as const) {
      const answer = await call(server, method, path, { ticket });
      expect([path, answer.body?.error.code]).toEqual([path, 'not-found']);
    }
    expect(
      (await call(server, 'POST', 'invitations/preview', { body: { secret: invited.secret } })).status,
    ).toBe(200);
  });
});

it('every route says what it needs, or that it needs nothing', () => {
  const reflector = server.app.get(Reflector);
  const silent = new DiscoveryService(server.app.get(ModulesContainer))
    .getControllers()
    .flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return Object.getOwnPropertyNames(prototype)
        .map((name) => [name, prototype[name]] as const)
        .filter(([, method]) => typeof method === 'function' && isRoute(method))
        .filter(
          ([, method]) =>
            reflector.getAllAndOverride(permissionKey, [method as () => void, metatype]) === undefined &&
            reflector.getAllAndOverride(publicKey, [method as () => void, metatype]) === undefined,
        )
        .map(([name]) => `${metatype.name}.${name}`);
    });
  expect(silent).toEqual([]);
});

const isRoute = (method: object) =>
  RequestMethod[Reflect.getMetadata('method', method) as number] !== undefined;

/** In the middle of the signature, where a letter carries six whole bits. */
function changeOneLetter(token: string): string {
  const at = token.length - 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
