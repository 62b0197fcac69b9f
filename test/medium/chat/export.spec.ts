import { crewMember, guest, say, type Guest } from '../../factories/chat';
import { call } from '../../factories/http';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let stage: LiveStage;
let moderator: LiveClient;
let one: Guest;

beforeAll(async () => {
  server = await startServer();
  stage = await LiveStage.make(server);
  moderator = await crewMember(stage);
  one = await guest(stage, '=HYPERLINK("http://example.org")');
}, 120_000);
afterAll(async () => {
  stage.closeAll();
  await server.stop();
}, 60_000);

const path = (file: string) => `events/${stage.sample.event.id}/sessions/${stage.sessionId}/${file}`;

async function csv(ticket: string): Promise<string> {
  const response = await fetch(`${server.url}/api/${path('chat.csv')}`, {
    headers: { authorization: `Bearer ${ticket}` },
  });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  // `text()` would take the byte order mark away.
  return Buffer.from(await response.arrayBuffer()).toString('utf8');
}

it('has everything that was written and what became of it', async () => {
  const message = await say(one.client, 'Frist, "quoted"');
  const { id: messageId } = message;
  await one.client.ask('chat:edit', { messageId, text: 'First' });
  await moderator.ask('chat:translate', { messageId, language: 'ja', text: '初めに' });
  await moderator.ask('chat:react', { messageId, name: 'heart', on: true });
  await moderator.ask('chat:delete', { messageId });
  await say(moderator, '+81 3 0000 0000', { channel: 'crew' });

  const { ticket } = stage.sample.organiser;
  const { status, body } = await call(server, 'GET', path('chat.json'), { ticket });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    messages: [
      {
        id: messageId,
        number: 1,
        text: 'First',
        author: { displayName: '=HYPERLINK("http://example.org")' },
        earlierTexts: [{ text: 'Frist, "quoted"', replacedAt: expect.stringMatching(/^\d{4}-.*Z$/) }],
        translations: [{ language: 'ja', text: '初めに' }],
        reactions: [{ name: 'heart', count: 1 }],
        deletedBy: 'Office of the moderator',
        deletedAt: expect.any(String),
        moderation: [
          { action: 'chat:translate', moderator: 'Office of the moderator', at: expect.any(String) },
          { action: 'chat:delete', moderator: 'Office of the moderator', at: expect.any(String) },
        ],
      },
      { channel: 'crew', text: '+81 3 0000 0000', earlierTexts: [], deletedBy: null, moderation: [] },
    ],
  });

  const table = await csv(ticket);
  expect(table.startsWith('\ufeffchannel,number,sent at,name,')).toBe(true);
  expect(table).toContain(`,"'=HYPERLINK(""http://example.org"")",`);
  expect(table).toContain(`,'+81 3 0000 0000,`);
  expect(table).toContain(',First,"Frist, ""quoted""",ja: 初めに,');
  expect(table).toMatch(/chat:delete Office of the moderator"?\r\n/);
  expect(table.split('\r\n')).toHaveLength(4);
});

it('is for organisers and moderators of this event only', async () => {
  const asked = async (ticket: string, where = path('chat.json')) =>
    (await call(server, 'GET', where, { ticket })).status;
  expect(await asked((await stage.invite('moderator')).ticket)).toBe(200);
  expect(await asked((await stage.invite('speaker')).ticket)).toBe(403);
  expect(await asked(one.ticket)).toBe(403);
  expect((await call(server, 'GET', path('chat.json'))).status).toBe(401);
  const elsewhere = await LiveStage.make(server);
  const stranger = await elsewhere.invite('moderator');
  expect(await asked(stranger.ticket)).toBe(404);
  const { id } = elsewhere.sample.event;
  expect(await asked(stranger.ticket, `events/${id}/sessions/${stage.sessionId}/chat.json`)).toBe(404);
});
