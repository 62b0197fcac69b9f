import type { SignInDto } from '@manyhalls/contracts';
import { call } from '../../factories/http';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { register, type Person } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
let person: Person;
beforeAll(async () => {
  server = await startServer();
  sample = await makeEvent(server);
});
beforeEach(async () => {
  person = await register(server, sample.event.slug);
});
afterAll(() => server.stop());

const path = (verb: string, { signIn } = person) => `sign-ins/${signIn.signInId}/${verb}`;

describe('refreshing', () => {
  it('gives a new ticket to whoever has the cookie', async () => {
    const answer = await call<SignInDto>(server, 'POST', path('refresh'), {
      headers: { cookie: person.cookie },
    });
    expect(answer.status).toBe(200);
    expect(answer.body.me).toEqual(person.signIn.me);
    expect(Date.parse(answer.body.ticketExpiresAt) - Date.parse(answer.body.serverTime)).toBeLessThanOrEqual(
      300_000,
    );
  });

  it.each([
    ['without the cookie', () => ({})],
    ['with a wrong secret', () => ({ cookie: `manyhalls-sign-in=${'A'.repeat(43)}` })],
    ['with an empty secret', () => ({ cookie: 'manyhalls-sign-in=' })],
  ])('is refused %s', async (_, headers) => {
    const answer = await call(server, 'POST', path('refresh'), { headers: headers() });
    expect([answer.status, answer.body.error.code]).toEqual([401, 'not-signed-in']);
  });

  it("is refused with another sign-in's cookie", async () => {
    const { cookie } = await register(server, sample.event.slug);
    const answer = await call(server, 'POST', path('refresh'), { headers: { cookie } });
    expect(answer.body.error.code).toBe('not-signed-in');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s, which other sites can send',
    async (type) => {
      const headers = { cookie: person.cookie, 'content-type': type };
      const answer = await call(server, 'POST', path('refresh'), { headers });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'bad-request']);
    },
  );

  it('is refused after 30 days away', async () => {
    await server.database.query("UPDATE sign_ins SET expires_at = now() - interval '1 s' WHERE id = $1", [
      person.signIn.signInId,
    ]);
    const answer = await call(server, 'POST', path('refresh'), { headers: { cookie: person.cookie } });
    expect(answer.body.error.code).toBe('not-signed-in');
  });
});

describe('signing out', () => {
  it('ends this device for good, and no other', async () => {
    const other = await register(server, sample.event.slug);
    const headers = { cookie: person.cookie };
    const out = await call(server, 'POST', path('sign-out'), { headers });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('Expires=Thu, 01 Jan 1970');
    expect((await call(server, 'POST', path('refresh'), { headers })).body.error.code).toBe('revoked');
    const still = await call(server, 'POST', path('refresh', other), { headers: { cookie: other.cookie } });
    expect(still.status).toBe(200);
  });

  it('is refused without the cookie', async () => {
    expect((await call(server, 'POST', path('sign-out'))).status).toBe(401);
  });
});

describe('the cookie', () => {
  it('is for the server alone, on this path alone', async () => {
    const { headers } = await call(server, 'POST', path('refresh'), { headers: { cookie: person.cookie } });
    const cookie = headers.getSetCookie()[0];
    expect(cookie).toContain(`Path=/api/sign-ins/${person.signIn.signInId};`);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain('Secure');
  });

  it('is secure where people come by https', async () => {
    const secure = await startServer({ PUBLIC_URL: 'https://halls.example' }, server.database);
    const { headers } = await call(secure, 'POST', path('refresh'), { headers: { cookie: person.cookie } });
    await secure.stop();
    expect(headers.getSetCookie()[0]).toContain('Secure');
  });

  it('is not in the database as it is', async () => {
    const rows = await server.database.query('SELECT secret_hash FROM sign_ins WHERE id = $1', [
      person.signIn.signInId,
    ]);
    expect(person.cookie).not.toContain(rows[0]!.secret_hash);
  });
});
