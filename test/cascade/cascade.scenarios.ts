import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { told } from '../contracts/told';
import { People } from './lib/people';
import { endWebRtc } from './lib/webrtc-ends';
import { halls, type Halls } from './lib/halls';

jest.setTimeout(60_000);

/** What three linked halls must do, whether their nodes are in one process or in three. */
export function describeCascade<Running extends Halls>(
  name: string,
  start: () => Promise<Running>,
  more?: (running: () => Running, people: People) => void,
): void {
  describe(name, () => {
    let running: Running;
    const people = new People(() => running);

    beforeAll(async () => {
      running = await start();
    });
    afterEach(() => people.leave());
    afterAll(async () => {
      await running?.stop();
      endWebRtc();
    });

    it('lets every hall be heard on every node', async () => {
      const sessionId = randomUUID();
      for (const from of halls) {
        const feed = await people.hall(sessionId, from);
        for (const at of halls) await (await people.attendee(at, feed)).hears();
      }
    });

    it('pipes a track once to a node, for one attendee as for many', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      await (await people.attendee('tokyo', feed)).hears();
      const one = await people.pipes();
      expect(one).toEqual({ jinan: [1, 0], tokyo: [1, 1], osaka: [0, 0] });
      const crowd = await Promise.all(Array.from({ length: 12 }, () => people.attendee('tokyo', feed)));
      await Promise.all(crowd.map((attendee) => attendee.hears()));
      expect(await people.pipes()).toEqual(one);
    });

    it('asks for the pipe once when many come at the same time', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      const crowd = await Promise.all(Array.from({ length: 8 }, () => people.attendee('osaka', feed)));
      await Promise.all(crowd.map((attendee) => attendee.hears()));
      expect(await people.pipes()).toEqual({ jinan: [1, 0], tokyo: [0, 0], osaka: [1, 1] });
    });

    it('takes the pipe away when nobody watches, and brings it back for who comes later', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      const attendee = await people.attendee('tokyo', feed);
      await attendee.hears();
      const unwatched = told(running.plane, 'track:unwatched');
      await attendee.stopWatching();
      expect(await unwatched).toMatchObject({ nodeId: 'tokyo', payload: { feedId: feed.track.feedId } });
      expect((await people.pipes())['tokyo']).toEqual([1, 0]);
      await attendee.watch();
      await attendee.hears();
      expect((await people.pipes())['tokyo']).toEqual([1, 1]);
    });

    it('carries a pause to every node, and its end', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      const attendee = await people.attendee('tokyo', feed);
      await attendee.hears();
      const { feedId, kind } = feed.track;
      await running.plane.request('jinan', 'track:pause', { feedId, kind, paused: true });
      await attendee.hearsNothing();
      // Who comes now is told that it is paused: the node knows by the link's heartbeat.
      while (!(await people.consume('tokyo', feed)).producerPaused) await wait(50);
      await running.plane.request('jinan', 'track:pause', { feedId, kind, paused: false });
      await attendee.hears();
    });

    it('gives a track that was published anew in its new generation only', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      const attendee = await people.attendee('tokyo', feed);
      await attendee.hears();
      await feed.publish();
      await attendee.hears();
      expect((await people.consume('tokyo', feed)).generation).toBe(2);
    });

    it('goes on through the grace of a peer whose socket is gone', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      const attendee = await people.attendee('tokyo', feed);
      await running.plane.request('tokyo', 'peer:detach', { peerId: attendee.peerId, graceMs: 60_000 });
      await running.plane.request('jinan', 'peer:detach', { peerId: feed.peerId, graceMs: 60_000 });
      await attendee.hears(50);
      await running.plane.request('tokyo', 'peer:attach', { peerId: attendee.peerId });
      expect(attendee.asked).toBe(1);
    });

    it('heals a link of which only one end is left', async () => {
      const sessionId = randomUUID();
      const feed = await people.hall(sessionId, 'jinan');
      const attendee = await people.attendee('tokyo', feed);
      await attendee.hears();
      await running.plane.request('jinan', 'link:close', { sessionId, remoteNodeId: 'tokyo' });
      while (attendee.asked === 1) await wait(20);
      await attendee.hears();
    });

    it('rebuilds at once a link whose other end is of an earlier time, when somebody asks', async () => {
      const sessionId = randomUUID();
      const first = await people.attendee('tokyo', await people.hall(sessionId, 'jinan'));
      const other = await people.hall(sessionId, 'jinan');
      await first.hears();
      await running.plane.request('jinan', 'link:close', { sessionId, remoteNodeId: 'tokyo' });
      const second = await people.attendee('tokyo', other);
      await second.hears();
      await first.hears();
      expect(second.asked).toBe(1);
      expect((await people.pipes())['tokyo']).toEqual([1, 2]);
    });

    it.each(['jinan', 'tokyo'])(
      'heals when the worker of %s is killed; other halls notice nothing',
      async (killed) => {
        const sessionId = randomUUID();
        const jinan = await people.hall(sessionId, 'jinan');
        const osaka = await people.hall(sessionId, 'osaka');
        const hurt = await people.attendee('tokyo', jinan);
        const untouched = await people.attendee('osaka', osaka);
        await hurt.hears();
        await untouched.hears();

        running.killWorkers(killed);
        const asked = hurt.asked;
        while (hurt.asked === asked) await wait(20);
        await hurt.hears();
        await untouched.hears();

        expect(untouched.asked).toBe(1);
        expect(untouched.missed).toEqual([]);
      },
    );

    more?.(() => running, people);
  });
}
