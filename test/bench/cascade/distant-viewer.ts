/**
 * A viewer in a process of its own, which notes when each packet arrived. (In one process, several viewers' packets
 * would be handled in one turn of its event loop, as if they had arrived together.)
 */
import type { ConsumerParametersDto, DtlsParametersDto, TransportParametersDto } from '@manyhalls/contracts';
import { now } from '../lib/clock';
import { Running } from '../lib/processes';
import type { Defer } from '../lib/report';
import { numberOf } from '../lib/rtc/opus-packet';
import { Viewer } from '../lib/rtc/viewer';

type ToViewer =
  | { do: 'watch'; transport: TransportParametersDto; consumers: ConsumerParametersDto[] }
  | { do: 'go-on' }
  | { do: 'tell' };
type FromViewer =
  | { told: 'connect'; dtlsParameters: DtlsParametersDto }
  | { told: 'watching' }
  | { told: 'arrivals'; arrivals: [number, number][] };

export class DistantViewer {
  private readonly running: Running;
  private readonly heard: FromViewer[] = [];

  constructor(defer: Defer) {
    this.running = Running.start({ file: __filename }, defer);
    this.running.child.on('message', (message: FromViewer) => this.heard.push(message));
  }

  async watch(
    transport: TransportParametersDto,
    consumers: readonly ConsumerParametersDto[],
    connect: (dtlsParameters: DtlsParametersDto) => Promise<unknown>,
  ): Promise<void> {
    this.tell({ do: 'watch', transport, consumers: [...consumers] });
    await connect((await this.hear('connect')).dtlsParameters);
    this.tell({ do: 'go-on' });
    await this.hear('watching');
  }

  /** When each packet since the last call arrived, by its number. */
  async arrivals(): Promise<Map<number, number>> {
    this.tell({ do: 'tell' });
    return new Map((await this.hear('arrivals')).arrivals);
  }

  private tell(message: ToViewer): void {
    this.running.child.send(message);
  }

  private hear<Told extends FromViewer['told']>(told: Told): Promise<Extract<FromViewer, { told: Told }>> {
    return this.running.until(() => {
      const index = this.heard.findIndex((message) => message.told === told);
      return index < 0 ? undefined : (this.heard.splice(index, 1)[0] as Extract<FromViewer, { told: Told }>);
    });
  }
}

function beViewer(tell: (message: FromViewer) => void): void {
  const viewer = new Viewer();
  let arrivals: [number, number][] = [];
  let goOn = () => {};
  viewer.onPacket = (packet) => arrivals.push([numberOf(packet), now()]);
  process.on('message', (message: ToViewer) => {
    if (message.do === 'go-on') goOn();
    if (message.do === 'tell') {
      tell({ told: 'arrivals', arrivals });
      arrivals = [];
    }
    if (message.do === 'watch') {
      const connected = new Promise<void>((resolve) => (goOn = resolve));
      const connect = (dtlsParameters: DtlsParametersDto) => {
        tell({ told: 'connect', dtlsParameters });
        return connected;
      };
      void viewer.watch(message.transport, message.consumers, connect).then(() => tell({ told: 'watching' }));
    }
  });
}

if (process.argv[1] === __filename) beViewer((message) => process.send?.(message));
