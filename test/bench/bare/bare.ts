import { join } from 'node:path';
import { freePorts } from '../../factories/ports';
import { Running } from '../lib/processes';
import type { Defer } from '../lib/report';
import { Publisher } from '../lib/rtc/publisher';
import { Viewer } from '../lib/rtc/viewer';
import { askBare, type BareCalls, type BareVerb } from './bare-calls';

/** The bare SFU, running. */
export class Bare {
  private constructor(
    readonly url: string,
    readonly pid: number,
  ) {}

  /** @param script a file that the page at `/` runs. */
  static async start(defer: Defer, script?: string): Promise<Bare> {
    const [mediaPort] = await freePorts(1);
    const args = [String(mediaPort), ...(script ? [script] : [])];
    const running = Running.start({ file: join(__dirname, 'bare-sfu.ts'), args }, defer);
    let url: string | undefined;
    running.child.once('message', (message) => ({ url } = message as { url: string }));
    return new Bare(await running.until(() => url), running.pid);
  }

  ask<Verb extends BareVerb>(
    verb: Verb,
    request: BareCalls[Verb]['request'],
  ): Promise<BareCalls[Verb]['reply']> {
    return askBare(this.url, verb, request);
  }

  async publish(publisher: Publisher): Promise<void> {
    const { transport } = await this.ask('join', {});
    await publisher.publish(transport, (dtlsParameters) =>
      this.ask('connect', { transportId: transport.id, dtlsParameters }),
    );
    await this.ask('produce', {
      transportId: transport.id,
      kind: publisher.kind,
      rtpParameters: publisher.rtpParameters,
    });
  }

  async watch(viewer: Viewer): Promise<void> {
    const { transport } = await this.ask('join', {});
    const { rtpCapabilities } = Viewer;
    const consumers = await this.ask('watch', { transportId: transport.id, rtpCapabilities });
    await viewer.watch(transport, consumers, (dtlsParameters) =>
      this.ask('connect', { transportId: transport.id, dtlsParameters }),
    );
  }
}
