import { randomBytes } from 'node:crypto';
import { call } from '../../factories/http';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { connectLive } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

let database: FreshDatabase;
let one: TestServer;
let other: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  const environment = { SIGNING_SECRET: randomBytes(32).toString('hex') };
  one = await startServer(environment, database);
  other = await startServer(environment, database);
}, 120_000);
afterAll(async () => {
  await one.stop();
  await other.stop();
  await database.drop();
}, 60_000);

describe('two event-servers of one installation', () => {
  it('close a sign-in that was taken back, whichever of them its socket is on, within two seconds', async () => {
    const stage = await LiveStage.make(one);
    const { sessionId } = stage;
    const person = await stage.register();
    const client = await connectLive(other, person.ticket);
    const { peerId } = await client.ask('session:join', { sessionId });
    const before = performance.now();
    const answer = await call(
      one,
      'POST',
      `events/${stage.sample.event.id}/participants/${person.participantId}/revoke`,
      { ticket: stage.sample.organiser.ticket },
    );
    expect(answer.status).toBeLessThan(300);
    await client.closed();
    expect(performance.now() - before).toBeLessThan(2000);
    await expect(client.heard('sign-in:revoked')).resolves.toMatchObject({ code: 'revoked' });
    await untilClosed(peerId);
  });

  it('see the same show, and number its changes together', async () => {
    const stage = await LiveStage.make(one);
    const { sessionId } = stage;
    const caller = await stage.invite('show-caller');
    const [here, there] = [await connectLive(one, caller.ticket), await connectLive(other, caller.ticket)];
    await here.ask('session:change-status', { sessionId, status: 'rehearsing', version: 0 });
    expect(
      await there.refusal('session:change-status', { sessionId, status: 'live', version: 0 }),
    ).toMatchObject({
      code: 'conflict',
      details: { show: { version: 1, status: 'rehearsing' } },
    });
    await there.ask('session:change-status', { sessionId, status: 'live', version: 1 });
    await expect(here.ask('session:join', { sessionId })).resolves.toMatchObject({
      show: { version: 2, status: 'live' },
    });
    here.close();
    there.close();
  });

  it('let a peer resume on the other one', async () => {
    const stage = await LiveStage.make(one);
    const { sessionId } = stage;
    const person = await stage.register();
    const first = await connectLive(one, person.ticket);
    const { peerId } = await first.ask('session:join', { sessionId });
    const second = await connectLive(other, person.ticket);
    // Without a media node there is nothing to go on with: a new peer, and the old one is closed.
    const joined = await second.ask('session:join', { sessionId, resumePeerId: peerId });
    expect(joined).toMatchObject({ resumed: false, presence: { total: 1 } });
    await untilClosed(peerId);
    expect(await first.refusal('show:read', {})).toMatchObject({ code: 'not-joined' });
    first.close();
    second.close();
  });
});

async function untilClosed(peerId: string): Promise<void> {
  const open = () => database.query('SELECT id FROM peers WHERE id = $1 AND closed_at IS NULL', [peerId]);
  while ((await open()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}
