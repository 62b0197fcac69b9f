import type { InvitationDto, InvitationLinkDto, InvitationPreviewDto, SignInDto } from '@manyhalls/contracts';
import { InvitationsService } from '../../../apps/event-server/src/invitations/invitations.service';
import { ask, call } from '../../factories/http';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { invitationOf, invite, redeem, secretIn } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  server = await startServer();
  sample = await makeEvent(server);
});
afterAll(() => server.stop());

const path = (rest = '') => `events/${sample.event.id}/invitations${rest}`;
const as = () => ({ ticket: sample.organiser.ticket });
const make = (body: object) => call<InvitationLinkDto>(server, 'POST', path(), { ...as(), body });
const refused = async (body: object) => {
  const answer = await call(server, 'POST', path(), { ...as(), body });
  return [answer.status, answer.body.error.code];
};
const use = async (verb: 'preview' | 'redeem', secret: string) => {
  const answer = await call(server, 'POST', `invitations/${verb}`, { body: { secret } });
  return [answer.status, answer.body.error?.code];
};
const listed = async (id: string) =>
  (await ask<InvitationDto[]>(server, 'GET', path(), as())).find((invitation) => invitation.id === id)!;

describe('inviting', () => {
  it.each([
    ['an attendee, who registers by themselves', () => invitationOf('attendee' as 'speaker')],
    ['a venue host without a hall', () => invitationOf('venue-host')],
    ['a venue host of a hall elsewhere', () => invitationOf('venue-host', { venueId: crypto.randomUUID() })],
    ['a speaker with a hall', () => invitationOf('speaker', { venueId: sample.venues[0]!.id })],
    ['somebody until yesterday', () => invitationOf('speaker', { expiresAt: '2020-07-30T00:00:00Z' })],
    ['somebody without a name', () => invitationOf('speaker', { displayName: ' ' })],
    ['somebody with the secret of one’s own choice', () => ({ ...invitationOf('speaker'), secret: 'x' })],
  ])('refuses %s', async (_, body) => {
    expect(await refused(body())).toEqual([400, 'bad-request']);
  });

  it('refuses a host for a hall of another event', async () => {
    const other = await makeEvent(server);
    expect(await refused(invitationOf('venue-host', { venueId: other.venues[0]!.id }))).toEqual([
      400,
      'bad-request',
    ]);
  });

  it('gives the link once, with the secret where no server sees it, and keeps only its hash', async () => {
    const { body } = await make(invitationOf('venue-host', { venueId: sample.venues[1]!.id }));
    expect(body.link).toMatch(/^http:\/\/localhost:3000\/invite#[\w-]{43}$/);
    expect(await listed(body.invitation.id)).toEqual(body.invitation);
    expect(body.invitation).toMatchObject({
      state: 'open',
      role: 'venue-host',
      venueId: sample.venues[1]!.id,
    });
    const rows = await server.database.query('SELECT * FROM invitations');
    expect(JSON.stringify(rows)).not.toContain(secretIn(body.link));
  });

  it('by default lasts until a day after the event', async () => {
    const { body } = await make(invitationOf('speaker'));
    const afterLastDay =
      Date.parse(body.invitation.expiresAt) - Date.parse(`${sample.event.lastDay}T24:00:00Z`);
    expect(afterLastDay / 3_600_000).toBe(36); // A day, and the 12 hours that UTC-12 is behind.
  });
});

describe('opening a link', () => {
  it('shows whom it is for, as often as one likes, and signs nobody in', async () => {
    const { body } = await make(
      invitationOf('venue-host', { venueId: sample.venues[2]!.id, language: 'ko' }),
    );
    for (let time = 1; time <= 3; time += 1) {
      const preview = await call<InvitationPreviewDto>(server, 'POST', 'invitations/preview', {
        body: { secret: secretIn(body.link) },
      });
      expect(preview.body).toEqual({
        role: 'venue-host',
        displayName: 'Office of the venue-host',
        language: 'ko',
        eventTitle: sample.event.title,
        venueCity: sample.venues[2]!.city,
      });
      expect(preview.headers.getSetCookie()).toEqual([]);
    }
    expect(await listed(body.invitation.id)).toMatchObject({ state: 'open', redeemedAt: null });
    expect(
      await server.database.query('SELECT 1 FROM sign_ins WHERE participant_id = $1', [
        body.invitation.participantId,
      ]),
    ).toEqual([]);
  });

  it('by GET does nothing at all', async () => {
    const { body } = await make(invitationOf('speaker'));
    for (const verb of ['preview', 'redeem'])
      expect((await call(server, 'GET', `invitations/${verb}?secret=${secretIn(body.link)}`)).status).toBe(
        404,
      );
    expect(await listed(body.invitation.id)).toMatchObject({ state: 'open' });
  });

  it.each([
    ['a secret that was never given', 'A'.repeat(43), 404],
    ['one too short', 'A', 400],
    ['none', '', 400],
  ])('refuses %s', async (_, secret, status) => {
    expect((await use('preview', secret))[0]).toBe(status);
    expect((await use('redeem', secret))[0]).toBe(status);
  });
});

describe('using a link', () => {
  it('signs the person in with their role and hall, on one machine after another', async () => {
    const dto = invitationOf('venue-host', { venueId: sample.venues[0]!.id });
    const first = await invite(server, sample.organiser, sample.event.id, dto);
    const second = await redeem(server, first.secret);
    expect(first.signIn.me).toMatchObject({ role: 'venue-host', venueId: sample.venues[0]!.id });
    expect(second.signIn.me).toEqual(first.signIn.me);
    expect(second.signIn.signInId).not.toBe(first.signIn.signInId);
    expect(await listed(first.invitation.id)).toMatchObject({ state: 'redeemed' });
  });

  it('is refused after it expired', async () => {
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('speaker'));
    await server.database.query("UPDATE invitations SET expires_at = now() - interval '1 s' WHERE id = $1", [
      person.invitation.id,
    ]);
    for (const verb of ['preview', 'redeem'] as const) {
      const { status, body } = await call(server, 'POST', `invitations/${verb}`, {
        body: { secret: person.secret },
      });
      expect([status, body.error.code, body.error.details]).toEqual([401, 'revoked', { state: 'expired' }]);
    }
    expect(await listed(person.invitation.id)).toMatchObject({ state: 'expired' });
  });

  it('is refused after it was revoked, and so is everything it had opened', async () => {
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('organiser'));
    await ask(server, 'POST', path(`/${person.invitation.id}/revoke`), as());
    expect(await use('preview', person.secret)).toEqual([401, 'revoked']);
    expect(await use('redeem', person.secret)).toEqual([401, 'revoked']);
    expect((await call(server, 'GET', 'events', { ticket: person.ticket })).body.error.code).toBe('revoked');
    const refresh = await call(server, 'POST', `sign-ins/${person.signIn.signInId}/refresh`, {
      headers: { cookie: person.cookie },
    });
    expect(refresh.body.error.code).toBe('revoked');
    expect(await listed(person.invitation.id)).toMatchObject({ state: 'revoked' });
  });

  it('is refused after the person was revoked', async () => {
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('speaker'));
    await ask(server, 'POST', `events/${sample.event.id}/participants/${person.participantId}/revoke`, as());
    expect(await use('redeem', person.secret)).toEqual([401, 'revoked']);
  });
});

describe('replacing a link', () => {
  const replace = (id: string) => ask<InvitationLinkDto>(server, 'POST', path(`/${id}/replace-link`), as());

  it('ends the old link and its devices, and keeps the person', async () => {
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('organiser'));
    const { link, invitation } = await replace(person.invitation.id);
    expect(invitation).toMatchObject({ id: person.invitation.id, state: 'open' });
    expect(await use('redeem', person.secret)).toEqual([404, 'not-found']);
    expect((await call(server, 'GET', 'events', { ticket: person.ticket })).body.error.code).toBe('revoked');
    expect((await redeem(server, secretIn(link))).participantId).toBe(person.participantId);
  });

  it('lets somebody back in who was revoked by mistake', async () => {
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('speaker'));
    await ask(server, 'POST', path(`/${person.invitation.id}/revoke`), as());
    const { link } = await replace(person.invitation.id);
    expect((await redeem(server, secretIn(link))).participantId).toBe(person.participantId);
  });

  it('at the moment it is used leaves nobody signed in by the old one', async () => {
    const person = await invite(server, sample.organiser, sample.event.id, invitationOf('organiser'));
    const [answers] = await Promise.all([
      Promise.all(
        Array.from({ length: 8 }, () =>
          call<Partial<SignInDto>>(server, 'POST', 'invitations/redeem', { body: { secret: person.secret } }),
        ),
      ),
      replace(person.invitation.id),
    ]);
    for (const { body } of answers)
      if (body.ticket)
        expect((await call(server, 'GET', 'events', { ticket: body.ticket })).status).toBe(401);
  });
});

describe('an invitation made once for a purpose', () => {
  const once = (target = server) =>
    target
      .get(InvitationsService)
      .inviteOnce(sample.event.id, invitationOf('show-caller'), `demo ${sample.event.id} show caller`);

  it('has the same link after a restart, and when two servers start at once', async () => {
    const other = await startServer({}, server.database);
    const [here, there] = await Promise.all([once(), once(other)]);
    await other.stop();
    expect(there.link).toBe(here.link);
    expect((await once()).invitation).toEqual((await once()).invitation);
    const person = await redeem(server, secretIn(here.link));
    expect(person.participantId).toBe(here.invitation.participantId);
  });

  it('stays revoked', async () => {
    const { link, invitation } = await once();
    await ask(server, 'POST', path(`/${invitation.id}/revoke`), as());
    expect((await once()).invitation.state).toBe('revoked');
    expect(await use('redeem', secretIn(link))).toEqual([401, 'revoked']);
  });
});
