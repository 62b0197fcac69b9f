import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '../lib/clock';
import type { Bench } from '../lib/report';
import { opusPacket } from '../lib/rtc/opus-packet';
import { Publisher } from '../lib/rtc/publisher';
import { median, percentile } from '../lib/statistics';
import { DistantViewer } from './distant-viewer';
import { Node, pipe, type Track } from './engines';

const ROUNDS = 7;
const ROUND_MS = 4000;
const PACKET_EVERY_MS = 5;

/** One way through the nodes: a sender, and a viewer in a process of its own. */
interface Way {
  publisher: Publisher;
  viewer: DistantViewer;
  sentAt: Map<number, number>;
}

/**
 * What one pipe between two nodes adds to the way of a packet. Two senders publish to the same node in turns, every 5 ms;
 * the first one's viewer is on that node, the second one's on the other. Packets that were sent one after the other are
 * compared, so that whatever slows the machine down slows both ways. (Were it one sender with two viewers, the worker
 * would serve one of them first, and the other one's latency would include that.)
 */
export async function measureHop({ defer, say, tell }: Bench): Promise<void> {
  say('hop: two node engines, one pipe');
  const near = await Node.start('near', defer);
  const far = await Node.start('far', defer);
  const sessionId = randomUUID();
  const openWay = async (to: Node, ssrc: number): Promise<Way> => {
    const track: Track = { sessionId, feedId: randomUUID(), kind: 'audio' };
    const publisher = new Publisher('audio', ssrc);
    defer(() => publisher.close());
    await near.publish(publisher, track);
    if (to !== near) await pipe(track, near, to);
    const viewer = new DistantViewer(defer);
    await to.watch(viewer, track);
    return { publisher, viewer, sentAt: new Map() };
  };
  const single = await openWay(near, 0x4d480005);
  const piped = await openWay(far, 0x4d480006);

  let number = 0;
  const sending = setInterval(() => {
    const way = number % 2 === 0 ? single : piped;
    const packet = opusPacket(way.publisher.ssrc, Math.floor(number / 2));
    way.sentAt.set(Math.floor(number / 2), now());
    way.publisher.send(packet);
    number += 1;
  }, PACKET_EVERY_MS);
  defer(() => clearInterval(sending));

  const rounds: Latencies[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await wait(ROUND_MS);
    const latencies = compare(await latenciesOf(single), await latenciesOf(piped));
    if (round > 0) rounds.push(latencies); // The first one warms up.
  }
  clearInterval(sending);

  const of = (figure: (round: Latencies) => number) => median(rounds.map(figure));
  tell({
    metric: 'packet-latency-two-nodes-median',
    value: of((round) => median(round.piped)),
    unit: 'ms',
    baseline: of((round) => median(round.single)),
    target: null,
  });
  tell({
    metric: 'packet-latency-two-nodes-p95',
    value: of((round) => percentile(round.piped, 0.95)),
    unit: 'ms',
    baseline: of((round) => percentile(round.single, 0.95)),
    target: null,
  });
  tell({
    metric: 'hop-added-latency-median',
    value: of((round) => median(round.added)),
    unit: 'ms',
    baseline: of((round) => median(round.single)),
    target: 2,
  });
}

interface Latencies {
  /** Milliseconds from sending to arriving. */
  single: number[];
  piped: number[];
  added: number[];
}

/** Latency by packet number, of the packets that arrived since the last call. */
async function latenciesOf({ viewer, sentAt }: Way): Promise<Map<number, number>> {
  const arrivals = await viewer.arrivals();
  const latencies = new Map<number, number>();
  for (const [number, at] of arrivals) {
    const sent = sentAt.get(number);
    if (sent !== undefined) latencies.set(number, at - sent);
  }
  if (latencies.size < sentAt.size * 0.9) throw new Error('more than a tenth of the packets did not arrive');
  sentAt.clear();
  return latencies;
}

function compare(single: Map<number, number>, piped: Map<number, number>): Latencies {
  const both = [...single.keys()].filter((number) => piped.has(number));
  const of = (latencies: Map<number, number>) => both.map((number) => latencies.get(number) as number);
  const [singles, pipeds] = [of(single), of(piped)];
  return {
    single: singles,
    piped: pipeds,
    added: pipeds.map((latency, index) => latency - (singles[index] as number)),
  };
}
