import type { types } from 'mediasoup';
import { byMediasoup } from '../by-mediasoup';
import { onClose } from '../on-close';

/** Time between beats, in milliseconds. */
const beatMs = 100;
/** Beats missed until a link counts as down: one second. */
const missedUntilDown = 10;
/** The first beat may take longer: SCTP connects anew every second until both ends are there. */
const missedUntilNeverUp = 50;

/** Both ends open their only data channel first, so it has the first stream in both directions. */
const sctpStreamParameters = { streamId: 0, ordered: true };

/**
 * Pipe transports have no ICE, so a dead link is only silence. Each end says every 100 ms that it is there, and what
 * it sends (https://mediasoup.org/documentation/v3/mediasoup/api/#DirectTransport).
 */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private missed = 0;
  private limit = missedUntilNeverUp;

  private constructor(
    private readonly direct: types.DirectTransport,
    private readonly out: types.DataProducer,
    into: types.DataConsumer,
    heard: (message: string) => void,
  ) {
    // With its router, or by `stop`: nothing can be sent any more, and trying to would throw.
    onClose(direct, () => clearInterval(this.timer));
    into.on('message', (message) => {
      this.missed = 0;
      this.limit = missedUntilDown;
      heard(message.toString());
    });
  }

  /** @param heard is given every message of the other end. */
  static async over(
    router: types.Router,
    pipe: types.PipeTransport,
    heard: (message: string) => void,
  ): Promise<Heartbeat> {
    return byMediasoup(async () => {
      const direct = await router.createDirectTransport();
      try {
        const out = await direct.produceData();
        await pipe.consumeData({ dataProducerId: out.id });
        const arriving = await pipe.produceData({ sctpStreamParameters });
        const into = await direct.consumeData({ dataProducerId: arriving.id });
        return new Heartbeat(direct, out, into, heard);
      } catch (error) {
        direct.close();
        throw error;
      }
    });
  }

  /**
   * @param message what to say with each beat.
   * @param silent is called once, when the other end was not heard for too long. Missed beats are counted by the own
   * clock's ticks, so that a process that was held up itself does not take that for the other end's silence.
   */
  start(message: () => string, silent: () => void): void {
    if (this.direct.closed) return;
    this.timer = setInterval(() => {
      this.missed++;
      if (this.missed <= this.limit) return this.out.send(message());
      this.stop();
      silent();
    }, beatMs);
  }

  stop(): void {
    this.direct.close();
  }
}
