import type { HealthDto, LiveEventDto } from '@manyhalls/contracts';
import { RevocationService } from '../../../apps/event-server/src/sign-in/revocation.service';
import { cuttableLine, type CuttableLine } from '../../factories/cuttable-line';
import { call } from '../../factories/http';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { register } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

/** Its line to Postgres is cut; `steady` keeps its own. */
let server: TestServer;
let steady: TestServer;
let line: CuttableLine;
let sample: SampleEvent;
beforeAll(async () => {
  steady = await startServer();
  line = await cuttableLine(steady.database.url);
  server = await startServer({}, { ...steady.database, url: line.url });
  sample = await makeEvent(server);
});
afterAll(async () => {
  await server.stop();
  await line.close();
  await steady.stop();
});

const read = () => call<LiveEventDto>(server, 'GET', `public/events/${sample.event.slug}`);
const health = () => call<HealthDto>(server, 'GET', 'health');

it('says so while the database is away, and goes on by itself when it is back', async () => {
  expect([(await health()).status, (await health()).body]).toEqual([200, { database: true, nodes: [] }]);
  await line.cut();
  const answer = await call(server, 'GET', `public/events/${sample.event.slug}`);
  expect([answer.status, answer.body.error.code]).toEqual([503, 'unavailable']);
  const signed = await call(server, 'GET', 'events', { ticket: sample.organiser.ticket });
  expect([signed.status, signed.body.error.code]).toEqual([503, 'unavailable']);
  expect([(await health()).status, (await health()).body.database]).toEqual([503, false]);
  await line.mend();
  expect([(await read()).status, (await read()).body]).toEqual([200, sample.event]);
  expect((await health()).status).toBe(200);
});

it('learns afterwards what was revoked meanwhile by another server', async () => {
  const person = await register(server, sample.event.slug);
  const { signInId } = person.signIn;
  const heard = new Promise<string[]>((resolve) =>
    server.get(RevocationService).onRevoked({ signInsInUse: () => [signInId], revoked: resolve }),
  );
  await line.cut();
  const path = `events/${sample.event.id}/participants/${person.participantId}/revoke`;
  expect((await call(steady, 'POST', path, { ticket: sample.organiser.ticket })).status).toBe(204);
  await line.mend();
  expect(await heard).toEqual([signInId]);
});
