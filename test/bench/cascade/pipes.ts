import type { NodeLoadDto } from '@manyhalls/contracts';
import type { LivePeer } from '../lib/product/live-peer';
import type { Product } from '../lib/product/product';
import { Stage } from '../lib/product/stage';
import type { Bench } from '../lib/report';
import { Publisher } from '../lib/rtc/publisher';
import { Viewer } from '../lib/rtc/viewer';
import { sum } from '../lib/statistics';

const FEW = 1;
const MANY = 50;
const SSRC = 0x4d480004;

/** How many pipes, and tracks through them, one hall needs when one attendee watches it and when fifty do. */
export async function countPipes({ defer, say, tell }: Bench, product: Product): Promise<void> {
  say(`pipes: ${FEW} attendee, then ${MANY}`);
  const stage = await Stage.set(product, 'jinan', defer);
  const hall = await stage.joinAs('venue-host', defer);
  const publisher = new Publisher('video', SSRC);
  defer(() => publisher.close());
  await hall.goOnAir(publisher);

  const peers: LivePeer[] = [hall];
  const admit = async (count: number) => {
    for (let number = 0; number < count; number += 1) {
      const attendee = await stage.joinAsAttendee(defer);
      const viewer = new Viewer();
      defer(() => viewer.close());
      await attendee.watchProgramme(viewer);
      peers.push(attendee);
    }
    return product.loads();
  };
  const few = await admit(FEW);
  const many = await admit(MANY - FEW);
  // A hall's own node serves some of them: the others must be enough to make the point.
  const consumersFarAway = sum(many.filter((load) => load.linkedTracks > 0).map((load) => load.consumers));
  if (consumersFarAway < MANY / 4) throw new Error(`only ${consumersFarAway} attendees watch through a pipe`);

  for (const [metric, count] of [
    ['pipes', pipesOf],
    ['piped-tracks', (loads: NodeLoadDto[]) => sum(loads.map((load) => load.linkedTracks))],
  ] as const) {
    const [value, baseline] = [count(many), count(few)];
    tell({
      metric: `${metric}-at-${MANY}-attendees`,
      value,
      unit: 'count',
      baseline,
      target: baseline,
      ok: value === baseline,
    });
  }
  for (const peer of peers) await peer.leave();
}

/** Each pipe has an end on two nodes. */
const pipesOf = (loads: NodeLoadDto[]) => sum(loads.map((load) => load.links)) / 2;
