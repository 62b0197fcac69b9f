import { randomInt } from 'node:crypto';
import type { types } from 'mediasoup';
import type { TrackKind } from '@manyhalls/contracts';
import { byMediasoup } from '../by-mediasoup';
import type { RtpTarget } from './ffmpeg';

/** What ffmpeg can copy out of a WebM file without encoding. */
const codecs: Record<TrackKind, types.RtpCodecParameters> = {
  audio: { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 },
  video: { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 },
};

/**
 * ffmpeg sends each picture at once, and never a packet again. A keyframe of 200 kB must find room, also while the
 * worker is busy: with what Linux gives by default it is cut off, and nothing is seen before the next one. In bytes; of
 * use as far as `net.core.rmem_max` permits.
 */
const recvBufferSize = 4 * 1024 * 1024;

/** A producer that takes RTP from a process on this machine. */
export interface PlainFeed {
  producer: types.Producer;
  target: RtpTarget;
  close(): void;
}

/** Those of one playout: all of them, or none when one cannot be opened. */
export async function openPlayoutFeeds(
  router: types.Router,
  withSmall: boolean,
  ports: types.TransportPortRange,
): Promise<{ audio: PlainFeed; video: PlainFeed; small: PlainFeed | null }> {
  const opened: PlainFeed[] = [];
  const open = async (kind: TrackKind) => {
    const feed = await openPlainFeed(router, kind, ports);
    opened.push(feed);
    return feed;
  };
  try {
    const audio = await open('audio');
    return { audio, video: await open('video'), small: withSmall ? await open('video') : null };
  } catch (error) {
    for (const feed of opened) feed.close();
    throw error;
  }
}

/** @param ports UDP ports to choose two from: ffmpeg does not multiplex RTCP. */
async function openPlainFeed(
  router: types.Router,
  kind: TrackKind,
  ports: types.TransportPortRange,
): Promise<PlainFeed> {
  const transport = await byMediasoup(() =>
    router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1', portRange: { ...ports }, recvBufferSize },
      rtcpMux: false,
      comedia: true,
    }),
  );
  try {
    const codec = codecs[kind];
    const ssrc = randomInt(1, 2 ** 31);
    const producer = await byMediasoup(() =>
      transport.produce({ kind, rtpParameters: { codecs: [codec], encodings: [{ ssrc }] } }),
    );
    const rtcpPort = transport.rtcpTuple?.localPort;
    if (rtcpPort === undefined) throw new Error('a plain transport without an RTCP port');
    return {
      producer,
      target: { port: transport.tuple.localPort, rtcpPort, ssrc, payloadType: codec.payloadType },
      close: () => transport.close(),
    };
  } catch (error) {
    transport.close();
    throw error;
  }
}
