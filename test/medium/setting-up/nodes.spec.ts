import type { NodeStatusDto } from '@manyhalls/contracts';
import { makeEvent, type SampleEvent } from '../../factories/event';
import { ask, call } from '../../factories/http';
import { mediaEnvironment } from '../../factories/media-environment';
import { invitationOf, invite, register } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  server = await startServer(await mediaEnvironment('jinan,tokyo'));
  sample = await makeEvent(server);
});
afterAll(() => server.stop());

it('keeps the nodes from strangers and from the audience', async () => {
  const attendee = await register(server, sample.event.slug);
  const codes = [await call(server, 'GET', 'nodes'), await call(server, 'GET', 'nodes', attendee)].map(
    ({ status, body }) => [status, body.error.code],
  );
  expect(codes).toEqual([
    [401, 'not-signed-in'],
    [403, 'forbidden'],
  ]);
});

it('tells a show caller how busy each node is', async () => {
  const caller = await invite(server, sample.organiser, sample.event.id, invitationOf('show-caller'));
  const nodes = await ask<NodeStatusDto[]>(server, 'GET', 'nodes', caller);
  expect(nodes.map(({ nodeId }) => nodeId).toSorted()).toEqual(['jinan', 'tokyo']);
  for (const { load } of nodes) {
    expect(load).toMatchObject({ workers: 1, peers: 0, links: 0, draining: false });
    expect(load?.workerCpuSeconds).toBeGreaterThan(0);
  }
});
