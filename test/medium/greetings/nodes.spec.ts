import { rm } from 'node:fs/promises';
import type { GreetingDto } from '@manyhalls/contracts';
import { MediaFiles } from '../../../apps/event-server/src/media-files/media-files.service';
import { makeEvent } from '../../factories/event';
import { dataFolder, inviteOffice, makeReady, readAsCrew, type Office } from '../../factories/greetings';
import { ask } from '../../factories/http';
import { LiveStage } from '../../factories/live-event';
import { mediaEnvironment } from '../../factories/media-environment';
import { startServer, type TestServer } from '../../factories/server';
import { until } from '../../factories/until';

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

it('a greeting that nodes cannot have keeps no other from them', async () => {
  const stage = await LiveStage.make(server);
  const { sample } = stage;
  const { ticket } = sample.organiser;
  const approve = async (office: Office, sha256: string) => {
    const { version } = await readAsCrew(server, sample, office);
    const path = `events/${sample.event.id}/greetings/${office.greeting.id}/approve`;
    await ask<GreetingDto>(server, 'POST', path, { ticket, body: { version, sha256 } });
  };
  const [lost, whole] = [await inviteOffice(server, sample), await inviteOffice(server, sample)];
  const [lostSha256, wholeSha256] = [await makeReady(server, lost), await makeReady(server, whole)];
  await rm(server.get(MediaFiles).placeOf(lostSha256));
  await approve(lost, lostSha256);
  await approve(whole, wholeSha256);
  const present = async (office: Office) =>
    (await readAsCrew(server, sample, office)).nodes.map((node) => node.present);
  await until(async () => (await present(whole)).every(Boolean));
  expect(await present(lost)).toEqual([false, false]);
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
