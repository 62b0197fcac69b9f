import type { types } from 'mediasoup';
import { byMediasoup } from '../by-mediasoup';
import { onClose } from '../on-close';
import type { SessionRouter } from '../sessions/sessions';
import { shared } from '../shared';
import type { TrackCopy } from './track-copy';

interface Pipe {
  from: types.PipeTransport;
  to: types.PipeTransport;
}

const loopback: types.TransportListenInfo = { protocol: 'udp', ip: '127.0.0.1' };

/**
 * Pipes between two routers of one session on different workers of this node.
 *
 * `router.pipeToRouter()` does the same, but keeps a pair that failed for ever, so that a moment without a free port
 * would cut two workers off from each other until the session ends. Here a pair that failed or died is forgotten.
 */
export class WorkerPipes {
  private readonly pipes = new Map<SessionRouter, Map<SessionRouter, Promise<Pipe>>>();

  /**
   * @returns the track's twin in the other router, which follows it: paused, resumed and closed with it.
   * @throws {Fault} when the track or one of the routers is closed.
   */
  async pipe(track: TrackCopy, from: SessionRouter, to: SessionRouter): Promise<types.Producer> {
    const pipe = await this.between(from, to);
    const consumer = await track.consume((producerId) => pipe.from.consume({ producerId }));
    const { kind, rtpParameters, producerPaused: paused } = consumer;
    const twin = await byMediasoup(() => pipe.to.produce({ kind, rtpParameters, paused })).catch(
      (error: unknown) => {
        consumer.close();
        throw error;
      },
    );
    const follow = () => void (consumer.producerPaused ? twin.pause() : twin.resume()).catch(() => undefined);
    consumer.on('producerpause', follow);
    consumer.on('producerresume', follow);
    onClose(consumer, () => twin.close());
    onClose(twin, () => consumer.close());
    // The producer may have been paused or resumed while the twin was being made.
    if (consumer.producerPaused !== paused) follow();
    return twin;
  }

  private between(from: SessionRouter, to: SessionRouter): Promise<Pipe> {
    let others = this.pipes.get(from);
    if (!others) {
      this.pipes.set(from, (others = new Map()));
      onClose(from.router, () => this.pipes.delete(from));
    }
    return shared(others, to, async () => {
      const pipe = await byMediasoup(() => connect(from.router, to.router));
      onClose(pipe.from, () => this.pipes.get(from)?.delete(to));
      return pipe;
    });
  }
}

async function connect(from: types.Router, to: types.Router): Promise<Pipe> {
  const made = await Promise.allSettled(
    [from, to].map((router) => router.createPipeTransport({ listenInfo: loopback })),
  );
  const [near, far] = made.map((end) => (end.status === 'fulfilled' ? end.value : undefined));
  try {
    const failure = made.find((end) => end.status === 'rejected');
    if (failure || !near || !far) throw failure?.reason;
    await Promise.all([
      near.connect({ ip: far.tuple.localAddress, port: far.tuple.localPort }),
      far.connect({ ip: near.tuple.localAddress, port: near.tuple.localPort }),
    ]);
    onClose(near, () => far.close());
    onClose(far, () => near.close());
    return { from: near, to: far };
  } catch (error) {
    near?.close();
    far?.close();
    throw error;
  }
}
