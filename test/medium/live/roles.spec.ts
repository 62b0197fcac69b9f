import { randomUUID } from 'node:crypto';
import type { LiveRequests } from '@manyhalls/contracts';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { rtpParameters } from '../../factories/media';
import { startServer, type TestServer } from '../../factories/server';

const id = randomUUID();
const track = { feedId: id, kind: 'video' };

let server: TestServer;
let stage: LiveStage;
let attendee: LiveClient;
let host: LiveClient;

beforeAll(async () => {
  server = await startServer();
  stage = await LiveStage.make(server);
  attendee = await stage.joined(stage.attendee());
  host = await stage.joined(stage.host(0));
}, 120_000);
afterAll(async () => {
  stage.closeAll();
  await server.stop();
}, 60_000);

describe('a role that may not', () => {
  it.each([
    'session:change-status',
    'presence:list',
    'feed:go-on-air',
    'feed:leave-air',
    'chat:approve',
    'chat:pin',
    'chat:translate',
    'chat:change-settings',
    'moderation:mute',
    'moderation:ban',
    'moderation:unban',
    'moderation:list',
    'moderation:log',
    'question:ask-from-floor',
    'question:move',
    'question:edit',
    'question:translate',
    'question:merge',
    'question:order',
    'poll:make',
    'poll:edit',
    'poll:move',
    'poll:show-results',
    'poll:delete',
    'hand:move',
    'greeting:list',
    'greeting:control',
  ] satisfies (keyof LiveRequests)[])('is refused: an attendee, %s', async (verb) => {
    expect((await attendee.refusal(verb, {})).code).toBe('forbidden');
  });

  // Whoever was admitted to speak may, so that what is asked counts as well as the role.
  it.each([
    ['feed:open', { source: 'slides', microphonePlace: 'in-the-room' }],
    ['feed:publish-track', { ...track, transportId: id, rtpParameters: rtpParameters('video') }],
    ['feed:mute-track', { ...track, muted: true }],
    ['feed:remove-track', track],
    ['feed:close', { feedId: id }],
  ] satisfies [keyof LiveRequests, object][])('is refused: an attendee, %s', async (verb, request) => {
    expect((await attendee.refusal(verb, request)).code).toBe('forbidden');
  });

  it('is refused: an attendee who wants to send', async () => {
    const { code } = await attendee.refusal('media:open-transport', { direction: 'send' });
    expect(code).toBe('forbidden');
  });

  it('is refused: a host who wants to run the session', async () => {
    const request = { sessionId: stage.sessionId, status: 'ended', version: 0 };
    expect((await host.refusal('session:change-status', request)).code).toBe('forbidden');
  });
});
