import type { LinkHealth } from './link-health';

/** How a feed arrives here. */
export interface Reception {
  grade: LinkHealth['grade'];
  /** Share of packets that did not arrive, 0 to 1. */
  loss: number;
  /** Of the picture, in pixels; `null` without one. */
  height: number | null;
  framesPerSecond: number | null;
}

/** What one reading leaves for the next: losses are counted from the beginning. */
export interface PacketCount {
  received: number;
  lost: number;
}

/** The same limits as for what a hall sends: practice with Opus and VP8. */
const weakLoss = 0.02;
const badLoss = 0.08;

/**
 * Reads how a feed arrives, from the statistics of its tracks (https://www.w3.org/TR/webrtc-stats/).
 * @param before the reading two seconds ago; without it nothing can be said yet
 */
export function readReception(
  stats: Iterable<RTCStats>,
  before: PacketCount | null,
): { count: PacketCount; reception: Reception | null } {
  const count: PacketCount = { received: 0, lost: 0 };
  let picture: RTCInboundRtpStreamStats | null = null;
  for (const stat of stats) {
    if (!isInbound(stat)) continue;
    count.received += stat.packetsReceived ?? 0;
    count.lost += stat.packetsLost ?? 0;
    if (stat.kind === 'video') picture = stat;
  }
  // What is received anew starts counting at zero.
  if (!before || count.received <= before.received) return { count, reception: null };
  const lost = Math.max(0, count.lost - before.lost);
  const loss = lost / (lost + count.received - before.received);
  return {
    count,
    reception: {
      grade: loss > badLoss ? 'bad' : loss > weakLoss ? 'weak' : 'good',
      loss,
      height: picture?.frameHeight ?? null,
      framesPerSecond: picture?.framesPerSecond ?? null,
    },
  };
}

const isInbound = (stat: RTCStats): stat is RTCInboundRtpStreamStats => stat.type === 'inbound-rtp';
