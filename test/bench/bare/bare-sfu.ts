/**
 * What we compare with, in a process of its own: one bare mediasoup worker, one router, the same codecs and
 * transports as the product, and the least signalling that brings a sender and receivers together.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorker, type types } from 'mediasoup';
import type { BareCalls, BareVerb, RtpTarget } from './bare-calls';

const address = '127.0.0.1';

/** The codecs of the product's routers. */
const mediaCodecs: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

type Answers = {
  [Verb in BareVerb]: (request: BareCalls[Verb]['request']) => Promise<BareCalls[Verb]['reply']>;
};

async function startMedia(mediaPort: number): Promise<Answers> {
  const worker = await createWorker({ logLevel: 'error' });
  worker.on('died', () => process.exit(1));
  const router = await worker.createRouter({ mediaCodecs });
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ip: address, port: mediaPort })),
  });
  const transports = new Map<string, types.WebRtcTransport>();
  const producers = new Set<types.Producer>();
  const consumers = new Set<types.Consumer>();
  const plainTransports = new Set<types.PlainTransport>();

  const transportOf = (id: string): types.WebRtcTransport => {
    const transport = transports.get(id);
    if (!transport) throw new Error(`no transport ${id}`);
    return transport;
  };

  const openPlain = async (kind: 'audio' | 'video', ssrc: number): Promise<RtpTarget> => {
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: address },
      rtcpMux: false,
      comedia: true,
    });
    plainTransports.add(transport);
    const codec =
      kind === 'audio'
        ? { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }
        : { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 };
    const rtpParameters = { codecs: [codec], encodings: [{ ssrc }] };
    const producer = await transport.produce({ kind, rtpParameters });
    producers.add(producer);
    producer.observer.once('close', () => producers.delete(producer));
    const rtcpPort = transport.rtcpTuple?.localPort ?? 0;
    return { port: transport.tuple.localPort, rtcpPort, ssrc, payloadType: codec.payloadType };
  };

  return {
    join: async () => {
      const transport = await router.createWebRtcTransport({
        webRtcServer,
        enableTcp: true,
        preferUdp: true,
      });
      transports.set(transport.id, transport);
      transport.observer.once('close', () => transports.delete(transport.id));
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return {
        rtpCapabilities: router.rtpCapabilities,
        transport: { id, iceParameters, iceCandidates, dtlsParameters },
      } as BareCalls['join']['reply'];
    },
    connect: async ({ transportId, dtlsParameters }) => {
      await transportOf(transportId).connect({ dtlsParameters });
      return {};
    },
    produce: async ({ transportId, kind, rtpParameters }) => {
      const transport = transportOf(transportId);
      const producer = await transport.produce({ kind, rtpParameters: rtpParameters as types.RtpParameters });
      producers.add(producer);
      producer.observer.once('close', () => producers.delete(producer));
      return { producerId: producer.id };
    },
    watch: async ({ transportId, rtpCapabilities }) =>
      Promise.all(
        [...producers].map(async (producer) => {
          const consumer = await transportOf(transportId).consume({
            producerId: producer.id,
            rtpCapabilities: rtpCapabilities as types.RtpCapabilities,
          });
          consumers.add(consumer);
          consumer.observer.once('close', () => consumers.delete(consumer));
          const { id, producerId, kind, rtpParameters } = consumer;
          return {
            id,
            producerId,
            feedId: producerId,
            kind,
            generation: 0,
            rtpParameters,
            producerPaused: false,
          };
        }),
      ) as Promise<BareCalls['watch']['reply']>,
    pause: async () => {
      await Promise.all([...consumers].map((consumer) => consumer.pause()));
      return {};
    },
    resume: async () => {
      await Promise.all([...consumers].map((consumer) => consumer.resume()));
      return {};
    },
    'open-plain': async () => ({
      audio: await openPlain('audio', 0x4d480010),
      video: await openPlain('video', 0x4d480011),
    }),
    'close-plain': async () => {
      for (const transport of plainTransports) transport.close();
      plainTransports.clear();
      return {};
    },
    leave: async ({ transportId }) => {
      transportOf(transportId).close();
      return {};
    },
    usage: async () => {
      const { ru_utime, ru_stime } = await worker.getResourceUsage();
      return { workerCpuSeconds: (ru_utime + ru_stime) / 1000, workerPid: worker.pid };
    },
  };
}

function serve(answers: Answers, script: string): Promise<number> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const verb = (request.url ?? '').slice(1);
      if (verb === 'page.js') {
        response.setHeader('content-type', 'text/javascript').end(script);
      } else if (!Object.hasOwn(answers, verb)) {
        const html = '<!doctype html><title>Bare</title><script type="module" src="/page.js"></script>';
        response.setHeader('content-type', 'text/html').end(html);
      } else {
        const answer = answers[verb as BareVerb] as (request: unknown) => Promise<unknown>;
        answer(JSON.parse(body)).then(
          (reply) => response.end(JSON.stringify(reply)),
          (error: unknown) => response.writeHead(500).end(String(error)),
        );
      }
    });
  });
  return new Promise((resolve) => {
    server.listen(0, address, () => resolve((server.address() as AddressInfo).port));
  });
}

async function main(): Promise<void> {
  const [mediaPort, scriptFile] = process.argv.slice(2);
  const answers = await startMedia(Number(mediaPort));
  const port = await serve(answers, scriptFile ? readFileSync(scriptFile, 'utf8') : '');
  process.send?.({ url: `http://${address}:${port}` });
}

void main();
