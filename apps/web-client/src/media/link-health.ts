/** One picture size that is really being sent. */
export interface SentLayer {
  rid: string;
  /** Height of the picture in pixels. */
  height: number;
  framesPerSecond: number;
}

export interface LinkHealth {
  grade: 'good' | 'weak' | 'bad';
  /** Up, of pictures and sound together. */
  bitsPerSecond: number;
  /** Share of packets that did not arrive, 0 to 1, as the other end reports it (RFC 3550 §6.4.1). */
  loss: number;
  /** In milliseconds; `null` before the first report. */
  roundTripMs: number | null;
  /** Smallest first. */
  layers: SentLayer[];
}

/** What one reading leaves for the next: rates are differences. */
export interface LinkReading {
  health: LinkHealth;
  bytesSent: number;
  /** Milliseconds, the statistics' own clock. */
  at: number;
}

/** Limits from ITU-T G.114 (delay) and practice with Opus and VP8 (loss). */
const weak = { loss: 0.02, roundTripMs: 300, bitsPerSecond: 250_000 };
const bad = { loss: 0.08, roundTripMs: 800, bitsPerSecond: 80_000 };

function grade({ loss, roundTripMs, bitsPerSecond }: Omit<LinkHealth, 'grade'>): LinkHealth['grade'] {
  const beyond = (limit: typeof weak) =>
    loss > limit.loss || (roundTripMs ?? 0) > limit.roundTripMs || bitsPerSecond < limit.bitsPerSecond;
  if (beyond(bad)) return 'bad';
  return beyond(weak) ? 'weak' : 'good';
}

/**
 * Reads how well this device's own pictures and sound get out, from the statistics of its sending transport
 * (https://www.w3.org/TR/webrtc-stats/).
 * @param before the reading two seconds ago; without it there is no rate yet, hence no result
 */
export function readLinkHealth(
  stats: Iterable<RTCStats>,
  before: Pick<LinkReading, 'bytesSent' | 'at'> | null,
): LinkReading | Pick<LinkReading, 'bytesSent' | 'at'> {
  let bytesSent = 0;
  let at = 0;
  let roundTripMs: number | null = null;
  const losses: number[] = [];
  const layers: SentLayer[] = [];
  for (const stat of stats) {
    if (isOutbound(stat)) {
      at = Math.max(at, stat.timestamp);
      bytesSent += stat.bytesSent ?? 0;
      if (stat.kind === 'video' && stat.frameHeight && (stat.framesPerSecond ?? 0) > 0)
        layers.push({
          rid: stat.rid ?? '',
          height: stat.frameHeight,
          framesPerSecond: stat.framesPerSecond ?? 0,
        });
    } else if (isRemoteInbound(stat)) {
      losses.push(stat.fractionLost ?? 0);
      if (stat.roundTripTime !== undefined)
        roundTripMs = Math.max(roundTripMs ?? 0, stat.roundTripTime * 1_000);
    } else if (isPair(stat) && stat.state === 'succeeded' && stat.nominated)
      roundTripMs ??= stat.currentRoundTripTime === undefined ? null : stat.currentRoundTripTime * 1_000;
  }
  if (!before || at <= before.at) return { bytesSent, at };
  const measured = {
    // A replaced producer starts counting at zero.
    bitsPerSecond: (Math.max(0, bytesSent - before.bytesSent) * 8_000) / (at - before.at),
    loss: Math.max(0, ...losses),
    roundTripMs,
    layers: layers.sort((one, other) => one.height - other.height),
  };
  return { health: { ...measured, grade: grade(measured) }, bytesSent, at };
}

interface RemoteInboundStats extends RTCReceivedRtpStreamStats {
  fractionLost?: number;
  roundTripTime?: number;
}

const isOutbound = (stat: RTCStats): stat is RTCOutboundRtpStreamStats => stat.type === 'outbound-rtp';
const isRemoteInbound = (stat: RTCStats): stat is RemoteInboundStats => stat.type === 'remote-inbound-rtp';
const isPair = (stat: RTCStats): stat is RTCIceCandidatePairStats => stat.type === 'candidate-pair';
