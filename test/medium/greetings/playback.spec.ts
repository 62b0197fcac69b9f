import { copyFile, rename, truncate } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { cleanup } from 'node-datachannel';
import type { CueDto, GreetingPlaybackDto, ShowStateDto } from '@manyhalls/contracts';
import { GreetingChanges } from '../../../apps/event-server/src/greetings/greeting-changes.service';
import { GreetingRows } from '../../../apps/event-server/src/greetings/greeting-rows.service';
import { Review } from '../../../apps/event-server/src/greetings/review.service';
import { MediaFiles } from '../../../apps/event-server/src/media-files/media-files.service';
import type { Ticket } from '../../../apps/event-server/src/sign-in/ticket';
import { isRunning, processesWith } from '../../factories/processes';
import { approvedGreeting, type ApprovedGreeting } from '../../factories/approved-greeting';
import { FeedViewer } from '../../factories/feed-viewer';
import { dataFolder } from '../../factories/greetings';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { mediaEnvironment } from '../../factories/media-environment';
import { go, newCue, writeRundown } from '../../factories/rundown';
import { startServer, type TestServer } from '../../factories/server';
import { until } from '../../factories/until';

jest.setTimeout(60_000);

type Playback = GreetingPlaybackDto;

const organiser: Ticket = {
  signInId: '',
  participantId: '',
  eventId: null,
  role: 'organiser',
  venueId: null,
  displayName: 'Office of the Organiser',
  expiresAt: new Date(Date.now() + 3_600_000),
};

let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: TestServer;
let stage: LiveStage;
let caller: LiveClient;
let greeting: ApprovedGreeting;
let opening: CueDto;
let message: CueDto;
const viewers: FeedViewer[] = [];

beforeAll(async () => {
  folder = await dataFolder();
  server = await startServer({ ...(await mediaEnvironment('jinan')), DATA_DIR: folder.path });
}, 120_000);
beforeEach(async () => {
  stage = await LiveStage.make(server);
  await stage.change('live');
  caller = await stage.joined(stage.crew('show-caller'));
  greeting = await approvedGreeting(server, stage.sample.event.id, 20);
  [opening, message] = (await writeRundown(
    caller,
    { type: 'opening' },
    { type: 'greeting', layout: 'single', greetingId: greeting.id },
    { type: 'interval', layout: 'slate' },
  )) as [CueDto, CueDto];
});
afterEach(() => {
  for (const viewer of viewers.splice(0)) viewer.close();
  stage.closeAll();
});
afterAll(async () => {
  cleanup();
  await server.stop();
  await folder.remove();
}, 60_000);

const show = () => caller.ask('show:read', {});
const inState = (client: LiveClient, ...states: Playback['state'][]) =>
  client.heard('show:changed', ({ playback }) => playback !== null && states.includes(playback.state));
/** What plays it, or waits to. */
const players = () => processesWith(greeting.large.sha256).filter(isRunning);
const wasPlayed = async () =>
  (await server.get(GreetingRows).findOne({ id: greeting.id })).state === 'played';
const ended = (pids: readonly number[]) => until(() => !pids.some(isRunning));
const states = (client: LiveClient) =>
  client.told.flatMap(({ event, payload }) =>
    event === 'show:changed' && payload.playback ? [payload.playback.state] : [],
  );

/** On standby, with its tracks open. */
async function standby(): Promise<ShowStateDto> {
  await go(caller, opening);
  await until(async () => (await show()).feeds.some(({ tracks }) => tracks.length === 3));
  return show();
}

/** On programme, and seen to play. */
async function playing() {
  await standby();
  const take = await go(caller, message);
  await inState(caller, 'playing');
  await until(() => players().length > 0);
  await until(async () => (await show()).playback?.startedAt !== take.startedAt);
  return take;
}

async function view(feedId = ''): Promise<FeedViewer> {
  const viewer = await FeedViewer.of(await stage.attendee(), stage.sessionId, feedId);
  viewers.push(viewer);
  return viewer;
}

describe('a greeting on standby', () => {
  it('has a feed that everybody may prepare for, and a player that waits', async () => {
    const { feeds, standbyFeedIds, programme, standbyPlayback, playback } = await standby();
    const [feed] = feeds;
    expect(feed).toMatchObject({ source: 'greeting', state: 'on-air', venueId: null, online: true });
    expect(feed?.tracks.map(({ kind }) => kind)).toEqual(['audio', 'video', 'small-video']);
    expect(standbyFeedIds).toEqual([feed?.id]);
    expect(programme.feedIds).toEqual([]);
    expect(playback).toBeNull();
    expect(standbyPlayback).toMatchObject({
      greetingId: greeting.id,
      state: 'standby',
      startedAt: null,
      lengthSeconds: 20,
    });
    await until(() => players().length > 0);
  });

  it('is sent to nobody before GO, whatever they ask for, and then to all without being asked', async () => {
    const { standbyFeedIds } = await standby();
    const eager = await view(standbyFeedIds[0]);
    await eager.tune();
    const patient = await view(standbyFeedIds[0]);
    await wait(500);
    expect([eager.arrivals, patient.arrivals]).toEqual([[], []]);
    await go(caller, message);
    await until(() => [eager, patient].every(({ arrivals }) => arrivals.length > 20));
  });

  it('is refused in words when it was not approved, or its file is gone', async () => {
    await server.get(GreetingChanges).change(greeting.id, () => ({ state: 'ready' }));
    await expect(caller.refusal('cue:standby', { cueId: message.id })).resolves.toEqual({
      code: 'conflict',
      message: 'this greeting has not been approved',
      details: { unplayable: 'not-approved' },
    });
    await server.get(GreetingChanges).change(greeting.id, ({ greeting: { files } }) => ({
      state: 'approved',
      approvedSha256: '0'.repeat(64),
      files: files && { ...files, large: { ...files.large, sha256: '0'.repeat(64) } },
    }));
    const refused = await caller.refusal('cue:standby', { cueId: message.id });
    expect(refused.code).toBe('conflict');
    expect(refused.message).toContain('is not on this node');
    expect(refused.details).toEqual({ unplayable: 'not-on-node' });
  });

  it('is put away when another cue takes its place', async () => {
    await standby();
    await until(() => players().length > 0);
    await caller.ask('cue:standby', { cueId: null });
    await until(async () => (await show()).feeds.length === 0);
    await until(() => players().length === 0);
    expect((await show()).standbyPlayback).toBeNull();
  });
});

describe('a greeting on programme', () => {
  it('plays at once, is known to play from the moment of GO, and counts as played', async () => {
    const attendee = await stage.joined(stage.attendee());
    await standby();
    const { startedAt } = await go(caller, message);
    const told = await inState(attendee, 'playing');
    expect(told.playback).toMatchObject({ state: 'playing', positionSeconds: 0, startedAt, fault: null });
    expect(told.programme.feedIds).toEqual([told.playback?.feedId]);
    await until(() => players().length > 0);
    await until(wasPlayed);
    expect(states(attendee)).not.toContain('slate');
  });

  it.each([
    ['although it was never on standby', false],
    ['although it was still being prepared', true],
  ])('plays %s, once', async (_, prepared) => {
    if (prepared) await go(caller, opening);
    await go(caller, message);
    // Pages are told that it plays at GO; it counts as played when it has begun.
    await until(wasPlayed);
    await until(async () => (await show()).playback?.state === 'playing' && players().length > 0);
    const { playback, feeds } = await show();
    const [first] = players();
    await wait(2000);
    expect((await show()).playback).toEqual(playback);
    expect((await show()).feeds).toEqual(feeds);
    expect(players()[0]).toBe(first);
  });

  it('pauses where it is, goes on from the keyframe before, and stops', async () => {
    const { id: takeId } = await playing();
    await wait(1500);
    const played = players();
    const { version } = await server.get(GreetingRows).findOne({ id: greeting.id });
    const seen = { eventId: stage.sample.event.id, id: greeting.id, version };
    await expect(server.get(Review).unapprove(organiser, seen)).rejects.toMatchObject({
      details: { onProgramme: true },
    });
    await caller.ask('greeting:control', { takeId, step: 'pause' });
    const paused = await show();
    expect(paused.playback?.state).toBe('paused');
    const { positionSeconds = NaN } = paused.playback ?? {};
    expect(Number.isInteger(positionSeconds)).toBe(true);
    expect(positionSeconds).toBeGreaterThanOrEqual(1);
    await ended(played);
    expect(paused.feeds[0]?.tracks).toHaveLength(3);
    // The countdown stands still with it.
    expect(paused.take?.heldSince).not.toBeNull();

    await caller.ask('greeting:control', { takeId, step: 'resume' });
    const resumed = await show();
    expect(resumed.playback).toMatchObject({ state: 'playing', positionSeconds });
    expect(resumed.take).toMatchObject({ id: takeId, heldSince: null });
    expect(resumed.take?.heldSeconds).toBeGreaterThan(0);
    await until(() => players().length > 0);

    expect(await caller.refusal('greeting:control', { takeId, step: 'resume' })).toMatchObject({
      code: 'conflict',
      details: { state: 'playing' },
    });
    await caller.ask('greeting:control', { takeId, step: 'stop' });
    expect((await show()).playback?.state).toBe('over');
    await until(() => players().length === 0);
  });

  it('is over at its end', async () => {
    greeting = await approvedGreeting(server, stage.sample.event.id, 2);
    [message] = (await writeRundown(caller, {
      type: 'greeting',
      layout: 'single',
      greetingId: greeting.id,
    })) as [CueDto];
    await go(caller, message);
    await until(async () => (await show()).playback?.state === 'over');
    expect((await show()).playback?.fault).toBeNull();
  });

  it('ends, and its feed with it, when the next cue is taken', async () => {
    await playing();
    const played = players();
    await go(caller, opening);
    await ended(played);
    await until(async () => !(await show()).programme.feedIds.length);
  });

  it('gives way to the slate when its player hangs, and goes on', async () => {
    const { id: takeId } = await playing();
    for (const pid of players()) process.kill(pid, 'SIGSTOP');
    expect((await inState(caller, 'slate')).playback?.fault).toBe('player');
    await caller.ask('greeting:control', { takeId, step: 'resume' });
    await until(async () => (await show()).playback?.state === 'playing');
  });

  it('gives way to the slate when its file is cut off, and goes on once it is whole again', async () => {
    const file = server.get(MediaFiles).placeOf(greeting.large.sha256);
    const { id: takeId } = await playing();
    await copyFile(file, `${file}.whole`);
    await truncate(file, 20_000);
    expect((await inState(caller, 'slate')).playback?.fault).toBe('player');
    await caller.ask('greeting:control', { takeId, step: 'resume' });
    await until(async () => (await show()).playback?.fault === 'not-on-node');
    await rename(`${file}.whole`, file);
    await caller.ask('greeting:control', { takeId, step: 'resume' });
    await until(async () => (await show()).playback?.state === 'playing');
  });

  it('counts down its own length, whatever was planned', async () => {
    expect((await playing()).lengthSeconds).toBe(20);
  });

  it.each([
    ['has the next one ready', {}, { state: 'standby', fault: null }],
    [
      'tells the crew why the next one will not play',
      { state: 'ready' },
      { state: 'slate', fault: 'not-approved' },
    ],
  ] as const)('%s', async (_, change, expected) => {
    const { id: greetingId } = await approvedGreeting(server, stage.sample.event.id, 3);
    const approvedSha256 = 'state' in change ? { approvedSha256: null } : {};
    await server.get(GreetingChanges).change(greetingId, () => ({ ...change, ...approvedSha256 }));
    const cue = { type: 'greeting', layout: 'single', greetingId, afterCueId: message.id } as const;
    await caller.ask('rundown:add', newCue(cue));
    await playing();
    await caller.heard('show:changed', ({ standbyPlayback }) => standbyPlayback?.state === expected.state);
    await until(async () => (await show()).feeds.length === 2);
    expect(await show()).toMatchObject({
      playback: { greetingId: greeting.id, fault: null },
      standbyPlayback: { greetingId, ...expected },
    });
    const attendee = await stage.joined(stage.attendee());
    const { standbyPlayback } = await attendee.ask('show:read', {});
    // The poster is to be there at GO.
    expect(standbyPlayback?.posterPath !== null).toBe(expected.fault === null);
    expect(standbyPlayback?.fault).toBeNull();
  });

  it('gives way to the slate within a second when its player dies, and the show caller is told why', async () => {
    const { id: takeId } = await playing();
    const attendee = await stage.joined(stage.attendee());
    const killedAt = performance.now();
    for (const pid of players()) process.kill(pid, 'SIGKILL');
    const seen = await inState(attendee, 'slate');
    expect(performance.now() - killedAt).toBeLessThan(1000);
    expect(seen.playback?.fault).toBeNull();
    expect((await inState(caller, 'slate')).playback?.fault).toBe('player');
    await caller.ask('greeting:control', { takeId, step: 'resume' });
    await until(async () => (await show()).playback?.state === 'playing');
  });

  it('in a rehearsal is seen by the crew only, and does not count as played', async () => {
    const rehearsal = await LiveStage.make(server);
    try {
      await rehearsal.change('rehearsing');
      const [crew, attendee] = [
        await rehearsal.joined(rehearsal.crew('show-caller')),
        await rehearsal.joined(rehearsal.attendee()),
      ];
      const { id } = await approvedGreeting(server, rehearsal.sample.event.id, 2);
      const [cue] = (await writeRundown(crew, { type: 'greeting', layout: 'single', greetingId: id })) as [
        CueDto,
      ];
      await go(crew, cue);
      await inState(crew, 'over');
      expect((await server.get(GreetingRows).findOne({ id })).state).toBe('approved');
      expect(states(attendee)).toEqual([]);
    } finally {
      rehearsal.closeAll();
    }
  });
});
