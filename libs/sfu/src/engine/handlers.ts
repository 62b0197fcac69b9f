import type { NodeLoadDto, NodeReply, NodeReportDto, NodeRequest, NodeVerb } from '@manyhalls/contracts';
import { fromRtpCapabilities } from '../rtp';
import type { EngineParts } from './parts';

export type Handlers = {
  [Verb in NodeVerb]: (request: NodeRequest<Verb>) => Promise<NodeReply<Verb>> | NodeReply<Verb>;
};

/** Each verb, and whose work it is. */
export function handlersOf(
  { peers, publishing, tracks, consumers, links, playouts, files }: EngineParts,
  node: { load(): Promise<NodeLoadDto>; report(): Promise<NodeReportDto> },
): Handlers {
  return {
    'peer:open': async (request) => {
      const peer = await peers.open(request);
      return { rtpCapabilities: fromRtpCapabilities(peer.home.router.rtpCapabilities) };
    },
    'peer:attach': ({ peerId }) => done(peers.attach(peerId)),
    'peer:detach': (request) => done(peers.detach(request)),
    'peer:close': ({ peerId }) => {
      publishing.closeAllOf(peerId);
      return done(peers.close(peerId));
    },

    'transport:open': async ({ peerId, direction }) => {
      const transport = await peers.get(peerId).openTransport(direction);
      return transport.parameters;
    },
    'transport:connect': async ({ peerId, transportId, dtlsParameters }) =>
      done(await peers.get(peerId).transport(transportId).connect(dtlsParameters)),
    'transport:restart-ice': ({ peerId, transportId }) =>
      peers.get(peerId).transport(transportId).restartIce(),

    'track:produce': async (request) => ({ producerId: await publishing.produce(request) }),
    'track:pause': async (request) => done(await publishing.pause(request)),
    'track:close': (request) => done(tracks.remove(request)),
    'track:consume': async (request) => (await consumers.consume(request)).parameters,
    'consumer:tune': async (request) => done(await consumers.tune(request)),
    'consumer:close': (request) => done(consumers.close(request)),
    'feed:show': async ({ feedId }) => done(await consumers.show(feedId)),
    'feed:withdraw': ({ feedId }) => done(consumers.withdraw(feedId)),

    'link:open': (request) => links.open(request),
    'link:connect': async (request) => done(await links.connect(request)),
    'link:close': (request) => done(links.close(request)),
    'link:send': (request) => links.send(request),
    'link:stop-sending': (request) => done(links.stopSending(request)),
    'link:receive': async (request) => done(await links.receive(request)),

    'file:ensure': async (request) => done(await files.ensure(request)),
    'playout:prepare': async (request) => done(await playouts.prepare(request)),
    'playout:start': async (request) => done(await playouts.start(request)),
    'playout:stop': (request) => done(playouts.stop(request)),

    'node:load': () => node.load(),
    'node:report': () => node.report(),
  };
}

/** The empty reply, to be given when the work is done. */
const done = (_: unknown) => ({});
