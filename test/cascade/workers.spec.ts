import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { People } from './lib/people';
import { InProcessHalls } from './lib/halls';
import { endWebRtc } from './lib/webrtc-ends';

jest.setTimeout(60_000);

/** One node with two media workers: a session's router on each, linked by a pipe within the node. */
describe('a node with several workers', () => {
  let running: InProcessHalls;
  const people = new People(() => running);

  beforeAll(async () => {
    running = await InProcessHalls.start({ workersPerNode: 2 });
  });
  afterEach(() => people.leave());
  afterAll(async () => {
    await running?.stop();
    endWebRtc();
  });

  it('lets everybody hear, whichever worker they and the hall are on', async () => {
    const sessionId = randomUUID();
    const here = await people.hall(sessionId, 'jinan');
    const elsewhere = await people.hall(sessionId, 'tokyo');
    const attendees = [];
    for (const feed of [here, here, elsewhere, elsewhere]) {
      attendees.push(await people.attendee('jinan', feed));
    }
    await Promise.all(attendees.map((attendee) => attendee.hears()));
    // Peers are spread over the workers, and what comes from the other node still comes once.
    expect((await people.pipes())['jinan']).toEqual([1, 1]);
  });

  it('carries a pause from one worker to the other', async () => {
    const feed = await people.hall(randomUUID(), 'jinan');
    const attendees = [await people.attendee('jinan', feed), await people.attendee('jinan', feed)];
    await Promise.all(attendees.map((attendee) => attendee.hears()));
    const { feedId, kind } = feed.track;
    await running.plane.request('jinan', 'track:pause', { feedId, kind, paused: true });
    await Promise.all(attendees.map((attendee) => attendee.hearsNothing()));
    await running.plane.request('jinan', 'track:pause', { feedId, kind, paused: false });
    await Promise.all(attendees.map((attendee) => attendee.hears()));
  });

  it('loses only what was on the worker that died', async () => {
    const feed = await people.hall(randomUUID(), 'jinan');
    const attendees = [await people.attendee('jinan', feed), await people.attendee('jinan', feed)];
    await Promise.all(attendees.map((attendee) => attendee.hears()));
    // The hall came first, so it is on the first worker, the first attendee on the second.
    const [, second] = running.workersOf('jinan');
    process.kill(second as number, 'SIGKILL');
    while (attendees[0]?.asked === 1) await wait(20);
    await Promise.all(attendees.map((attendee) => attendee.hears()));
    expect(attendees[1]?.asked).toBe(1);
    expect(attendees[1]?.missed).toEqual([]);
    expect(feed.track.generation).toBe(1);
  });
});
