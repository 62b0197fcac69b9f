import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describeCascade } from './cascade.scenarios';
import { makeClip } from '../factories/clip';
import { RemoteHalls } from './lib/halls';
import { isRunning, processesWith } from '../factories/processes';

describeCascade(
  'three halls, each node a process',
  () => RemoteHalls.start(),
  (running, people) => {
    it('goes on while no event-server can be reached', async () => {
      const feed = await people.hall(randomUUID(), 'jinan');
      const attendee = await people.attendee('tokyo', feed);
      await attendee.hears();
      running().server.cut();
      await attendee.hears(50);
      await Promise.all(['jinan', 'tokyo', 'osaka'].map((nodeId) => running().server.connected(nodeId)));
      await running().plane.request('tokyo', 'peer:attach', { peerId: attendee.peerId });
      expect(attendee.asked).toBe(1);
      expect(attendee.missed).toEqual([]);
    });

    it('fetches a file from an event-server to play it, and leaves no player behind when it is killed', async () => {
      const { server, dataFolder, plane } = running();
      const clip = await makeClip(dataFolder, 1);
      server.files.set(clip.path, await readFile(join(dataFolder, clip.sha256)));
      const feed = { sessionId: randomUUID(), feedId: randomUUID(), generation: 1 };
      await plane.request('osaka', 'playout:start', {
        ...feed,
        file: clip,
        smallFile: null,
        loop: true,
        positionSeconds: 0,
      });
      const players = () => processesWith(join(dataFolder, 'osaka'));
      while (players().length < 2) await wait(20);

      running().killNode('osaka');
      while (players().length > 0) await wait(20);
      await running().startNode('osaka');
    });

    it('heals when a whole node is killed and started again; other halls notice nothing', async () => {
      const sessionId = randomUUID();
      const jinan = await people.hall(sessionId, 'jinan');
      const osaka = await people.hall(sessionId, 'osaka');
      const elsewhere = await people.attendee('tokyo', jinan);
      const there = await people.attendee('jinan', osaka);
      const untouched = await people.attendee('tokyo', osaka);
      await Promise.all([elsewhere, there, untouched].map((attendee) => attendee.hears()));
      const workers = running().workersOf('jinan');

      running().killNode('jinan');
      await there.hears();
      expect(there.nodeId).not.toBe('jinan');
      await running().startNode('jinan');
      await elsewhere.hears();

      expect(elsewhere.asked).toBeGreaterThan(1);
      expect(untouched.asked).toBe(1);
      expect(untouched.missed).toEqual([]);
      // A killed node leaves no worker behind.
      while (workers.some(isRunning)) await wait(20);
    });
  },
);
