import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../lib/report';
import { opusPacket } from '../lib/rtc/opus-packet';
import { Publisher } from '../lib/rtc/publisher';
import { median, percentile } from '../lib/statistics';
import { DistantViewer, now } from './distant-viewer';
import { Node, pipe, type Track } from './engines';

const ROUNDS = 7;
const ROUND_MS = 4000;
const PACKET_EVERY_MS = 10;
const SSRC = 0x4d480002;

/**
 * What one pipe between two nodes adds to the way of a packet: every packet reaches a viewer on the publisher's own
 * node and a viewer on the other node, and the difference is taken packet by packet, so that whatever slows the
 * machine down slows both ways.
 */
export async function measureHop({ defer, say, tell }: Bench): Promise<void> {
  say('hop: two node engines, one pipe');
  const [near, far] = [await Node.start('near', defer), await Node.start('far', defer)];
  const track: Track = { sessionId: randomUUID(), feedId: randomUUID(), kind: 'audio' };
  const publisher = new Publisher('audio', SSRC);
  defer(() => publisher.close());
  await near.publish(publisher, track);
  await pipe(track, near, far);
  const [nearViewer, farViewer] = [new DistantViewer(defer), new DistantViewer(defer)];
  await near.watch(nearViewer, track);
  await far.watch(farViewer, track);

  let number = 0;
  const sentAt = new Map<number, number>();
  const sending = setInterval(() => {
    number += 1;
    const packet = opusPacket(SSRC, number);
    sentAt.set(number, now());
    publisher.send(packet);
  }, PACKET_EVERY_MS);
  defer(() => clearInterval(sending));

  const rounds: Latencies[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await wait(ROUND_MS);
    const latencies = compare(sentAt, await nearViewer.arrivals(), await farViewer.arrivals());
    if (round > 0) rounds.push(latencies); // The first one warms up.
  }
  clearInterval(sending);

  const of = (figure: (round: Latencies) => number) => median(rounds.map(figure));
  tell({
    metric: 'packet-latency-two-nodes-median',
    value: of(({ far: latencies }) => median(latencies)),
    unit: 'ms',
    baseline: of(({ near: latencies }) => median(latencies)),
    target: null,
  });
  tell({
    metric: 'packet-latency-two-nodes-p95',
    value: of(({ far: latencies }) => percentile(latencies, 0.95)),
    unit: 'ms',
    baseline: of(({ near: latencies }) => percentile(latencies, 0.95)),
    target: null,
  });
  tell({
    metric: 'hop-added-latency-median',
    value: of(({ added }) => median(added)),
    unit: 'ms',
    baseline: of(({ near: latencies }) => median(latencies)),
    target: 2,
  });
}

interface Latencies {
  /** Milliseconds from sending to arriving, over one router and over two. */
  near: number[];
  far: number[];
  added: number[];
}

/** @param sentAt is emptied. */
function compare(
  sentAt: Map<number, number>,
  near: Map<number, number>,
  far: Map<number, number>,
): Latencies {
  const latencies: Latencies = { near: [], far: [], added: [] };
  const packets = sentAt.size;
  for (const [number, at] of sentAt) {
    const [nearAt, farAt] = [near.get(number), far.get(number)];
    if (nearAt === undefined || farAt === undefined) continue;
    latencies.near.push(nearAt - at);
    latencies.far.push(farAt - at);
    latencies.added.push(farAt - nearAt);
  }
  sentAt.clear();
  if (latencies.near.length < packets * 0.9)
    throw new Error('more than a tenth of the packets did not arrive');
  return latencies;
}
