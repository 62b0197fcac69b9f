import type { LiveEventDto } from '@manyhalls/contracts';
import { FirstOrganiser } from '../../../apps/event-server/src/invitations/first-organiser';
import { ask, call } from '../../factories/http';
import { eventOf } from '../../factories/event';
import { invitationOf, invite, redeem, secretIn } from '../../factories/people';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

it('is shown the same link by every server and at every start, until it is used', async () => {
  const link = await server.get(FirstOrganiser).unusedLink();
  const again = await startServer({}, server.database);
  expect(await again.get(FirstOrganiser).unusedLink()).toBe(link);
  await redeem(server, secretIn(link!));
  expect(await again.get(FirstOrganiser).unusedLink()).toBeNull();
  await again.stop();
});

it('is shown another link in another installation', async () => {
  const other = await startServer();
  const [here, there] = [
    await server.get(FirstOrganiser).unusedLink(),
    await other.get(FirstOrganiser).unusedLink(),
  ];
  await other.stop();
  expect(here).not.toBe(there);
});

it('gets a fresh link at any time', async () => {
  const { get } = server;
  const [one, two] = [await get(FirstOrganiser).freshLink(), await get(FirstOrganiser).freshLink()];
  expect(one).not.toBe(two);
  const [a, b] = [await redeem(server, secretIn(one)), await redeem(server, secretIn(two))];
  expect(a.participantId).not.toBe(b.participantId);
});

it('can be made the only one, when a link got into wrong hands', async () => {
  const secret = secretIn(await server.get(FirstOrganiser).freshLink());
  const thief = await redeem(server, secret);
  const rightful = await redeem(server, secretIn(await server.get(FirstOrganiser).onlyLink()));
  const list = async (ticket: string) => (await call(server, 'GET', 'events', { ticket })).status;
  expect([await list(thief.ticket), await list(rightful.ticket)]).toEqual([401, 200]);
  expect((await call(server, 'POST', 'invitations/redeem', { body: { secret } })).body.error.code).toBe(
    'revoked',
  );
});

it('makes events; an organiser whom they invite to one runs that one only', async () => {
  const first = await redeem(server, secretIn((await server.get(FirstOrganiser).unusedLink())!));
  expect(first.signIn.me).toMatchObject({ eventId: null, eventSlug: null, role: 'organiser' });
  const create = (ticket: string) =>
    call<LiveEventDto>(server, 'POST', 'events', { ticket, body: eventOf() });
  const { body: mine } = await create(first.ticket);
  await create(first.ticket);
  const second = await invite(server, first, mine.id, invitationOf('organiser'));
  expect((await create(second.ticket)).status).toBe(403);
  const list = (ticket: string) => ask<LiveEventDto[]>(server, 'GET', 'events', { ticket });
  expect((await list(second.ticket)).map(({ id }) => id)).toEqual([mine.id]);
  expect(await list(first.ticket)).toHaveLength(2);
});
