import { randomUUID } from 'node:crypto';
import { describeCascade } from './cascade.scenarios';
import { RemoteHalls } from './lib/halls';

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
  },
);
