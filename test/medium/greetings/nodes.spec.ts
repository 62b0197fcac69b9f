import type { GreetingDto } from '@manyhalls/contracts';
import { makeEvent } from '../../factories/event';
import { dataFolder, inviteOffice, makeReady, readAsCrew } from '../../factories/greetings';
import { ask } from '../../factories/http';
import { LiveStage } from '../../factories/live-event';
import { mediaEnvironment } from '../../factories/media-environment';
import { startServer, type TestServer } from '../../factories/server';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: TestServer;

beforeAll(async () => {
  folder = await dataFolder();
  server = await startServer({ ...(await mediaEnvironment('jinan,tokyo')), DATA_DIR: folder.path });
}, 120_000);
afterAll(async () => {
  await server.stop();
  await folder.remove();
}, 60_000);

it('what is approved comes to every node by itself, and the crew is told', async () => {
  const stage = await LiveStage.make(server);
  const crew = await stage.joined(stage.crew('show-caller'));
  const { sample } = stage;
  const office = await inviteOffice(server, sample);
  const sha256 = await makeReady(server, office);
  const { version, nodes } = await readAsCrew(server, sample, office);
  expect(nodes.map(({ present }) => present)).toEqual([false, false]);
  const path = `events/${sample.event.id}/greetings/${office.greeting.id}`;
  const { ticket } = sample.organiser;
  await ask<GreetingDto>(server, 'POST', `${path}/approve`, { ticket, body: { version, sha256 } });
  await crew.heard('greeting:changed', (greeting) => greeting.nodes.every(({ present }) => present));
  expect(await readAsCrew(server, sample, office)).toMatchObject({
    nodes: [
      { nodeId: 'jinan', present: true },
      { nodeId: 'tokyo', present: true },
    ],
  });
  stage.closeAll();
});

it('a greeting that a cue plays is not deleted', async () => {
  const sample = await makeEvent(server);
  const office = await inviteOffice(server, sample);
  await server.database.query(
    `INSERT INTO cues (id, session_id, position, type, title, speakers, length_seconds, layout, picks, greeting_id,
       notes, ad_lib, changed_by)
     VALUES (gen_random_uuid(), '${sample.session.id}', 1, 'greeting', '{"en":"Greeting"}', '[]', 60, 'single', '[]',
       '${office.greeting.id}', '', false, 'Kim')`,
  );
  const path = `events/${sample.event.id}/greetings/${office.greeting.id}`;
  await expect(ask(server, 'DELETE', path, sample.organiser)).rejects.toThrow(/409.*a cue plays it/);
  await server.database.query('UPDATE cues SET removed_at = now()');
  await ask(server, 'DELETE', path, sample.organiser);
});
