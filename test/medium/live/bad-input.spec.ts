import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Fault, type ErrorCode, type LiveRequests, type PickDto } from '@manyhalls/contracts';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import {
  dtlsParameters,
  mediaOf,
  publishFeed,
  rtpParameters,
  type PublishedFeed,
} from '../../factories/media';
import { mediaEnvironment } from '../../factories/media-environment';
import { patiently } from '../../factories/patiently';
import { cueOf } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';

/** Whatever is sent here must leave everything as it is; every test ends by looking. */
let server: TestServer;
let stage: LiveStage;
let host: LiveClient;
let otherHost: LiveClient;
let caller: LiveClient;
let attendee: LiveClient;
let moderator: LiveClient;
let published: PublishedFeed;
let receiveTransportId: string;
let consumerId: string;
let capabilities: LiveRequests['feed:watch']['request']['rtpCapabilities'];
let before: unknown;

const id = randomUUID();
const picks: PickDto[] = [{ venueId: id, source: 'camera' }];
const cue = cueOf({ startsAt: '2026-11-21T10:00:00Z', picks, greetingId: id });
const pollOptions = [{ text: { en: 'This' } }, { text: { en: 'That' } }];

async function present(): Promise<unknown> {
  const { at: _, ...show } = await patiently(() => caller.ask('show:read', {}));
  const people = await patiently(() => caller.ask('presence:list', {}));
  const peers = await server.database.query(
    'SELECT id, node_id, socket_id, closed_at FROM peers WHERE session_id = $1 ORDER BY id',
    [stage.sessionId],
  );
  return { show, people, peers };
}

beforeAll(async () => {
  server = await startServer(await mediaEnvironment('jinan,tokyo'));
  stage = await LiveStage.make(server);
  [host, otherHost, caller, attendee, moderator] = [
    await stage.host(0),
    await stage.host(1),
    await stage.crew('show-caller'),
    await stage.attendee(),
    await stage.crew('moderator'),
  ];
  const { sessionId } = stage;
  await host.ask('session:join', { sessionId });
  published = await publishFeed(host);
  await otherHost.ask('session:join', { sessionId });
  await moderator.ask('session:join', { sessionId });
  const { show } = await caller.ask('session:join', { sessionId });
  await caller.ask('session:change-status', { sessionId, status: 'live', version: show.version });
  await host.ask('feed:go-on-air', { feedId: published.feed.id });
  const media = mediaOf(await attendee.ask('session:join', { sessionId }));
  receiveTransportId = media.receiveTransport.id;
  capabilities = media.routerRtpCapabilities;
  await attendee.ask('media:connect-transport', { transportId: receiveTransportId, dtlsParameters });
  const [watched] = await attendee.ask('feed:watch', {
    tracks: [{ feedId: published.feed.id, kind: 'video' }],
    rtpCapabilities: capabilities,
  });
  if (!watched?.ok) throw new Error(`not watched: ${JSON.stringify(watched)}`);
  consumerId = watched.data.id;
  before = await present();
}, 120_000);

afterAll(async () => {
  stage.closeAll();
  await server.stop();
}, 60_000);

/** Nothing has changed, the workers live, and who sent it can go on. */
afterEach(async () => {
  expect(await present()).toEqual(before);
  await patiently(() => attendee.ask('feed:tune', { consumerId, layer: 'low' }));
  const track = { feedId: published.feed.id, kind: 'audio' } as const;
  await patiently(() => host.ask('feed:mute-track', { ...track, muted: false }));
});

/** What a bad request is told. */
async function codeOf(client: LiveClient, verb: string, ...args: unknown[]): Promise<ErrorCode> {
  return patiently(async () => {
    const error = await client.refusal(verb, ...args);
    if (error.code === 'too-many-requests') throw Fault.fromWire(error);
    return error.code;
  });
}

/** One good request for every verb, sent by somebody who may. What is wrong is then put in, one thing at a time. */
const good: { [Verb in keyof LiveRequests]: () => [LiveClient, LiveRequests[Verb]['request']] } = {
  'ticket:renew': () => [attendee, { ticket: 'a.b.c' }],
  'session:join': () => [attendee, { sessionId: stage.sessionId }],
  'session:leave': () => [attendee, {}],
  'session:change-status': () => [caller, { sessionId: stage.sessionId, status: 'ended', version: 0 }],
  'clock:read': () => [attendee, {}],
  'show:read': () => [attendee, {}],
  'presence:list': () => [caller, {}],
  'media:rebuild': () => [attendee, {}],
  'media:open-transport': () => [host, { direction: 'send' }],
  'media:connect-transport': () => [host, { transportId: id, dtlsParameters }],
  'media:restart-ice': () => [host, { transportId: id }],
  'feed:open': () => [host, { source: 'slides', microphonePlace: 'in-the-room' }],
  'feed:publish-track': () => [
    host,
    { feedId: id, kind: 'video', transportId: id, rtpParameters: rtpParameters('video') },
  ],
  'feed:mute-track': () => [host, { feedId: id, kind: 'audio', muted: true }],
  'feed:remove-track': () => [host, { feedId: id, kind: 'audio' }],
  'feed:go-on-air': () => [host, { feedId: id }],
  'feed:leave-air': () => [host, { feedId: id }],
  'feed:close': () => [host, { feedId: id }],
  'feed:watch': () => [
    attendee,
    { tracks: [{ feedId: id, kind: 'video' }], rtpCapabilities: { codecs: [] } },
  ],
  'feed:tune': () => [attendee, { consumerId: id, layer: 'low' }],
  'feed:unwatch': () => [attendee, { consumerId: id }],
  'chat:read': () => [attendee, { channel: 'audience' }],
  'chat:send': () => [
    attendee,
    { channel: 'audience', clientMessageId: id, text: 'Good morning', language: 'en' },
  ],
  'chat:edit': () => [attendee, { messageId: id, text: 'Good morning' }],
  'chat:delete': () => [attendee, { messageId: id }],
  'chat:restore': () => [attendee, { messageId: id }],
  'chat:react': () => [attendee, { messageId: id, name: 'heart', on: true }],
  'chat:approve': () => [moderator, { messageId: id }],
  'chat:pin': () => [moderator, { messageId: id, pinned: true }],
  'chat:translate': () => [moderator, { messageId: id, language: 'ja', text: 'おはようございます' }],
  'chat:change-settings': () => [moderator, { version: 0 }],
  'moderation:mute': () => [moderator, { participantId: id, minutes: 5 }],
  'moderation:ban': () => [moderator, { participantId: id }],
  'moderation:unban': () => [moderator, { participantId: id }],
  'moderation:list': () => [moderator, {}],
  'moderation:log': () => [moderator, {}],
  'question:list': () => [attendee, {}],
  'question:ask': () => [attendee, { clientQuestionId: id, text: 'How?', language: 'en', anonymous: false }],
  'question:ask-from-floor': () => [host, { clientQuestionId: id, text: 'How?', language: 'en' }],
  'question:vote': () => [attendee, { questionId: id, on: true }],
  'question:move': () => [moderator, { questionId: id, version: 0, step: 'approve' }],
  'question:edit': () => [moderator, { questionId: id, version: 0 }],
  'question:translate': () => [
    moderator,
    { questionId: id, version: 0, language: 'ja', text: 'どのようにですか' },
  ],
  'question:merge': () => [moderator, { intoId: id, questionIds: [id] }],
  'question:order': () => [moderator, { questionIds: [id] }],
  'poll:list': () => [attendee, {}],
  'poll:answer': () => [attendee, { pollId: id, choices: [0] }],
  'poll:make': () => [
    moderator,
    { clientPollId: id, question: { en: 'Which?' }, options: pollOptions, multiple: false },
  ],
  'poll:edit': () => [
    moderator,
    { pollId: id, version: 0, question: { en: 'Which?' }, options: pollOptions, multiple: false },
  ],
  'poll:move': () => [moderator, { pollId: id, version: 0, step: 'open' }],
  'poll:show-results': () => [moderator, { pollId: id, version: 0, shown: true }],
  'poll:delete': () => [moderator, { pollId: id, version: 0 }],
  'rundown:read': () => [caller, {}],
  'rundown:add': () => [caller, { id, afterCueId: id, ...cue }],
  'rundown:edit': () => [caller, { cueId: id, version: 0, ...cue }],
  'rundown:skip': () => [caller, { cueId: id, version: 0, skipped: true }],
  'rundown:move': () => [caller, { cueId: id, afterCueId: id, orderVersion: 0 }],
  'rundown:remove': () => [caller, { cueId: id, version: 0 }],
  'rundown:restore': () => [caller, { cueId: id }],
  'cue:standby': () => [caller, { cueId: id }],
  'cue:go': () => [caller, { cueId: id, afterTakeId: id }],
  'cue:hold': () => [caller, { takeId: id, held: true }],
  'hand:list': () => [attendee, {}],
  'hand:raise': () => [attendee, {}],
  'hand:lower': () => [attendee, {}],
  'hand:move': () => [moderator, { handId: id, version: 0, step: 'admit' }],
  'greeting:list': () => [caller, {}],
  'greeting:control': () => [caller, { takeId: id, step: 'pause' }],
};
/** What looks wrong and is not: any text is people's own words, nothing is picked, nothing is on standby. */
const fitting: Record<string, unknown[]> = {
  text: ['x'],
  notes: ['', 'x'],
  choices: [[]],
  speakers: [[]],
  picks: [[]],
  startsAt: [null],
  greetingId: [null],
  afterCueId: [null],
  afterTakeId: [null],
  'cue:standby cueId': [null],
};
const verbs = Object.keys(good) as (keyof LiveRequests)[];

describe.each(verbs)('%s', (verb) => {
  it.each([
    ['nothing', []],
    ['null', [null]],
    ['a text', ['{}']],
    ['a number', [1]],
    ['a list', [[{}]]],
    ['two objects', [{}, {}]],
    ['bytes', [Buffer.from('{}')]],
  ])('refuses %s', async (_, args) => {
    const [client] = good[verb]();
    expect(await codeOf(client, verb, ...args)).toBe('bad-request');
  });

  it('refuses an unknown field, however it is called', async () => {
    const [client, request] = good[verb]();
    for (const field of ['more', 'ok', 'then', '$where'])
      expect(await codeOf(client, verb, { ...request, [field]: 'x' })).toBe('bad-request');
    const hidden: object = JSON.parse(`{"__proto__": {"role": "organiser"}, "more": 1}`);
    expect(await codeOf(client, verb, { ...request, ...hidden })).toBe('bad-request');
  });

  it('refuses every field that is missing, or of another kind', async () => {
    const [client, request] = good[verb]();
    for (const field of Object.keys(request).filter((name) => name !== 'resumePeerId')) {
      const { [field]: _, ...rest } = request as Record<string, unknown>;
      expect(await codeOf(client, verb, rest)).toBe('bad-request');
      for (const wrong of [null, {}, [], -1, 1.5, '', 'x', { $gt: '' }, ['a']]) {
        const allowed = fitting[`${verb} ${field}`] ?? fitting[field] ?? [];
        if (allowed.some((value) => isDeepStrictEqual(value, wrong))) continue;
        expect([field, wrong, await codeOf(client, verb, { ...request, [field]: wrong })]).toEqual([
          field,
          wrong,
          'bad-request',
        ]);
      }
    }
  });
});

describe('a verb that does not exist', () => {
  it.each(['no:such-verb', 'feed', '', '__proto__', 'constructor', 'session:join ', 'Session:Join'])(
    'is answered: %j',
    async (verb) => {
      expect(await codeOf(attendee, verb, {})).toBe('bad-request');
    },
  );
});

describe('deep or large input', () => {
  it('is refused', async () => {
    const deep: unknown = JSON.parse('['.repeat(3000) + ']'.repeat(3000));
    expect(await codeOf(attendee, 'session:join', { sessionId: deep })).toBe('bad-request');
    expect(await codeOf(attendee, 'session:join', { sessionId: stage.sessionId, more: deep })).toBe(
      'bad-request',
    );
    const many = Array.from({ length: 1000 }, () => ({ feedId: id, kind: 'video' }));
    expect(await codeOf(attendee, 'feed:watch', { tracks: many, rtpCapabilities: { codecs: [] } })).toBe(
      'bad-request',
    );
  });
});

describe("another event's", () => {
  it('session does not exist', async () => {
    const elsewhere = await LiveStage.make(server);
    const { sessionId } = elsewhere;
    expect(await codeOf(attendee, 'session:join', { sessionId })).toBe('not-found');
    expect(await codeOf(caller, 'session:change-status', { sessionId, status: 'live', version: 0 })).toBe(
      'not-found',
    );
    expect(await codeOf(attendee, 'session:join', { sessionId: id })).toBe('not-found');
  });

  it('feed does not exist', async () => {
    const elsewhere = await LiveStage.make(server);
    const stranger = await elsewhere.host(0);
    await stranger.ask('session:join', { sessionId: elsewhere.sessionId });
    const feedId = published.feed.id;
    expect(await codeOf(stranger, 'feed:leave-air', { feedId })).toBe('not-found');
    expect(await codeOf(stranger, 'feed:close', { feedId })).toBe('not-found');
    const watched = await stranger.ask('feed:watch', {
      tracks: [{ feedId, kind: 'video' }],
      rtpCapabilities: capabilities,
    });
    expect(watched).toMatchObject([{ ok: false, error: { code: 'not-found' } }]);
    stranger.close();
  });
});

describe("somebody else's", () => {
  it('transport is not found', async () => {
    for (const transportId of [published.transportId, receiveTransportId]) {
      expect(await codeOf(otherHost, 'media:connect-transport', { transportId, dtlsParameters })).toBe(
        'not-found',
      );
      expect(await codeOf(otherHost, 'media:restart-ice', { transportId })).toBe('not-found');
    }
  });

  it('transport is no place to publish through', async () => {
    const { id: feedId } = await otherHost.ask('feed:open', {
      source: 'camera',
      microphonePlace: 'in-the-room',
    });
    const request = { feedId, kind: 'video', rtpParameters: rtpParameters('video') };
    for (const transportId of [published.transportId, receiveTransportId, id])
      expect(await codeOf(otherHost, 'feed:publish-track', { ...request, transportId })).toBe('not-found');
    await otherHost.ask('feed:close', { feedId });
    // Opening and closing are changes of their own.
    before = await present();
  });

  it('feed is not theirs to change', async () => {
    const feedId = published.feed.id;
    const track = { feedId, kind: 'video' };
    const { transportId } = published;
    const rtp = rtpParameters('video');
    expect(await codeOf(otherHost, 'feed:publish-track', { ...track, transportId, rtpParameters: rtp })).toBe(
      'forbidden',
    );
    expect(await codeOf(otherHost, 'feed:mute-track', { ...track, muted: true })).toBe('forbidden');
    expect(await codeOf(otherHost, 'feed:remove-track', track)).toBe('forbidden');
    expect(await codeOf(otherHost, 'feed:go-on-air', { feedId })).toBe('forbidden');
    expect(await codeOf(otherHost, 'feed:leave-air', { feedId })).toBe('forbidden');
    expect(await codeOf(otherHost, 'feed:close', { feedId })).toBe('forbidden');
  });

  it('consumer is not found', async () => {
    expect(await codeOf(otherHost, 'feed:tune', { consumerId, layer: 'off' })).toBe('not-found');
    expect(await codeOf(otherHost, 'feed:unwatch', { consumerId })).toBe('not-found');
  });
});

describe('media parameters', () => {
  it('of DTLS that make no sense are refused, and so is a second connect', async () => {
    const fingerprint = { algorithm: 'sha-256', value: 'AB:CD' };
    const request = { transportId: published.transportId };
    for (const wrong of [
      {},
      { fingerprints: [] },
      { fingerprints: [fingerprint] },
      { role: 'boss', fingerprints: dtlsParameters.fingerprints },
    ])
      expect(await codeOf(host, 'media:connect-transport', { ...request, dtlsParameters: wrong })).toBe(
        'bad-request',
      );
    expect(await codeOf(host, 'media:connect-transport', { ...request, dtlsParameters })).toBe('conflict');
    expect(
      await codeOf(attendee, 'media:connect-transport', { transportId: receiveTransportId, dtlsParameters }),
    ).toBe('conflict');
  });

  it('of RTP that make no sense are refused, and what is published goes on', async () => {
    const rtp = rtpParameters('video');
    const { feed, transportId } = published;
    const publish = (rtpParameters: unknown) =>
      codeOf(host, 'feed:publish-track', { feedId: feed.id, kind: 'video', transportId, rtpParameters });
    expect(await publish({ ...rtp, codecs: [] })).toBe('bad-media-parameters');
    expect(await publish({ ...rtp, codecs: rtpParameters('audio').codecs })).toBe('bad-media-parameters');
    expect(
      await publish({ ...rtp, codecs: [{ mimeType: 'video/none', payloadType: 96, clockRate: 90_000 }] }),
    ).toBe('bad-media-parameters');
    expect(await publish({ ...rtp, codecs: [{ mimeType: 'video/VP8' }] })).toBe('bad-request');
    expect(await publish({ ...rtp, encodings: [{ ssrc: -1 }] })).toBe('bad-request');
  });

  it('of a receiver that can decode nothing are refused, track by track', async () => {
    const watched = await attendee.ask('feed:watch', {
      tracks: [{ feedId: published.feed.id, kind: 'audio' }],
      rtpCapabilities: { codecs: [] },
    });
    expect(watched).toMatchObject([{ ok: false, error: { code: 'bad-media-parameters' } }]);
  });
});

describe('before joining', () => {
  const ofNoSession = ['ticket:renew', 'clock:read', 'session:join', 'session:leave'];
  it.each(verbs.filter((verb) => !ofNoSession.includes(verb)))('%s is refused', async (verb) => {
    const [wanted, request] = good[verb]();
    const likewise = new Map([
      [attendee, () => stage.attendee()],
      [host, () => stage.host(2)],
      [caller, () => stage.crew('show-caller')],
      [moderator, () => stage.crew('moderator')],
    ]);
    const client = await likewise.get(wanted)?.();
    if (!client) throw new Error(`nobody sends ${verb}`);
    // The session itself can be run from outside; only the version is wrong.
    expect(await codeOf(client, verb, request)).toBe(
      verb === 'session:change-status' ? 'conflict' : 'not-joined',
    );
    client.close();
  });
});
