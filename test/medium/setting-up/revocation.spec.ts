import { EventEmitter, once } from 'node:events';
import { RevocationService } from '../../../apps/event-server/src/sign-in/revocation.service';
import { ask, call } from '../../factories/http';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { invitationOf, invite, register, type Person } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

/** Stands where the socket layer stands: knows what is in use here, and writes down what it was told. */
class Listener {
  readonly inUse = new Set<string>();
  private readonly told = new Set<string>();
  private readonly news = new EventEmitter();

  constructor(server: TestServer) {
    server.get(RevocationService).onRevoked(this);
  }

  signInsInUse() {
    return this.inUse;
  }

  revoked(ids: string[]) {
    for (const id of ids) this.told.add(id);
    this.news.emit('revoked');
  }

  /** Resolves when this sign-in was named. */
  async hears(person: Person): Promise<void> {
    while (!this.heardOf(person)) await once(this.news, 'revoked');
  }

  heardOf({ signIn }: Person): boolean {
    return this.told.has(signIn.signInId);
  }
}

let one: TestServer;
let two: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  one = await startServer();
  two = await startServer({}, one.database);
  sample = await makeEvent(one);
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const revoke = (person: Person) =>
  ask(one, 'POST', `events/${sample.event.id}/participants/${person.participantId}/revoke`, {
    ticket: sample.organiser.ticket,
  });

it('ends tickets on every server, at once', async () => {
  const person = await invite(one, sample.organiser, sample.event.id, invitationOf('organiser'));
  const read = () => call(two, 'GET', `events/${sample.event.id}`, { ticket: person.ticket });
  expect((await read()).status).toBe(200);
  await revoke(person);
  const refused = await read();
  expect([refused.status, refused.body.error.code]).toEqual([401, 'revoked']);
});

it('is announced to every server, and names every device of the person', async () => {
  const [here, there] = [new Listener(one), new Listener(two)];
  const person = await invite(one, sample.organiser, sample.event.id, invitationOf('show-caller'));
  const device = await ask<{ signInId: string }>(one, 'POST', 'invitations/redeem', {
    body: { secret: person.secret },
  });
  const second = { ...person, signIn: { ...person.signIn, signInId: device.signInId } };
  await revoke(person);
  await Promise.all([here, there].flatMap((listener) => [listener.hears(person), listener.hears(second)]));
});

it('is heard even when the line to Postgres was cut while it happened', async () => {
  const there = new Listener(two);
  const [bystander, person] = [
    await register(one, sample.event.slug),
    await register(one, sample.event.slug),
  ];
  for (const { signIn } of [bystander, person]) there.inUse.add(signIn.signInId);
  // Nobody listens at the moment of the revocation: it happens in the statement that cuts the lines.
  await one.database.query(
    `WITH cut AS (
       SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
       WHERE application_name = 'manyhalls announcements' AND datname = current_database()
     )
     UPDATE sign_ins SET revoked_at = now() FROM cut WHERE id = $1`,
    [person.signIn.signInId],
  );
  await there.hears(person);
  expect(there.heardOf(bystander)).toBe(false);
});

it('goes on being announced after the line was cut', async () => {
  const there = new Listener(two);
  const canary = await register(one, sample.event.slug);
  there.inUse.add(canary.signIn.signInId);
  await one.database.query(
    `WITH cut AS (
       SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
       WHERE application_name = 'manyhalls announcements' AND datname = current_database()
     )
     UPDATE sign_ins SET revoked_at = now() FROM cut WHERE id = $1`,
    [canary.signIn.signInId],
  );
  // Once it has caught up it listens again.
  await there.hears(canary);
  const person = await register(one, sample.event.slug);
  await revoke(person);
  await there.hears(person);
});

it('reaches thousands of devices of one person', async () => {
  const there = new Listener(two);
  const person = await register(one, sample.event.slug);
  const rows = await one.database.query(
    `INSERT INTO sign_ins (id, participant_id, secret_hash, expires_at)
     SELECT gen_random_uuid(), $1, 'x', now() + interval '1 day' FROM generate_series(1, 2000) RETURNING id`,
    [person.participantId],
  );
  await revoke(person);
  for (const { id } of rows)
    await there.hears({ ...person, signIn: { ...person.signIn, signInId: String(id) } });
});

it('cannot be turned against oneself', async () => {
  const organiser = await invite(one, sample.organiser, sample.event.id, invitationOf('organiser'));
  const answer = await call(
    one,
    'POST',
    `events/${sample.event.id}/participants/${organiser.participantId}/revoke`,
    { ticket: organiser.ticket },
  );
  expect([answer.status, answer.body.error.code]).toEqual([409, 'conflict']);
});

it('wins when somebody signs in at the same moment', async () => {
  const person = await invite(one, sample.organiser, sample.event.id, invitationOf('speaker'));
  const [signedIn] = await Promise.all([
    Promise.all(
      Array.from({ length: 8 }, () =>
        call<{ ticket?: string }>(two, 'POST', 'invitations/redeem', { body: { secret: person.secret } }),
      ),
    ),
    revoke(person),
  ]);
  for (const { body } of signedIn)
    if (body.ticket) {
      const answer = await call(one, 'GET', 'events', { ticket: body.ticket });
      expect(answer.body.error.code).toBe('revoked');
    }
  const left = await one.database.query(
    'SELECT id FROM sign_ins WHERE participant_id = $1 AND revoked_at IS NULL',
    [person.participantId],
  );
  expect(left).toEqual([]);
});
