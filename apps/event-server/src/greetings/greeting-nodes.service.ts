import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Subject } from 'rxjs';
import { In } from 'typeorm';
import { Fault, greetingStates, type GreetingDto } from '@manyhalls/contracts';
import { isPlayable } from '@manyhalls/domain';
import { MediaPlane } from '../media-plane/media-plane';
import { inBackground } from '../wire/in-background';
import type { Greeting } from './greeting';
import { GreetingRows } from './greeting-rows.service';

/** How often nodes are asked for what they may lack, in milliseconds. A large file takes several times to come. */
const settleMs = 3_000;

/** Has every node that is connected fetch what is approved, long before it is played, and knows which have it. */
@Injectable()
export class GreetingNodes implements OnModuleInit, OnApplicationShutdown {
  /** Greetings that have come to one more node. */
  readonly arrived = new Subject<Greeting>();
  private readonly logger = new Logger('Greetings');
  /** Hashes, by node. */
  private readonly present = new Map<string, Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | null = null;

  constructor(
    private readonly rows: GreetingRows,
    private readonly plane: MediaPlane,
  ) {
    // Whoever comes again may have lost its folder.
    plane.listen({ nodeDisconnected: (nodeId) => void this.present.delete(nodeId) });
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.settleSoon(), settleMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.underWay;
  }

  of({ files }: Greeting): GreetingDto['nodes'] {
    return this.plane.nodes().map(({ nodeId }) => {
      const has = this.present.get(nodeId);
      return {
        nodeId,
        present: Boolean(files && has?.has(files.large.sha256) && has.has(files.small.sha256)),
      };
    });
  }

  settleSoon(): void {
    if (!this.timer || this.underWay) return;
    this.underWay = inBackground(this.logger, () => this.settle()).finally(() => (this.underWay = null));
  }

  private async settle(): Promise<void> {
    if (this.plane.nodes().length === 0) return;
    for (const greeting of await this.rows.find({ state: In(greetingStates.filter(isPlayable)) }))
      for (const { nodeId, present } of this.of(greeting)) if (!present) await this.bring(greeting, nodeId);
  }

  private async bring(greeting: Greeting, nodeId: string): Promise<void> {
    const has = this.present.get(nodeId) ?? new Set();
    this.present.set(nodeId, has);
    try {
      for (const file of greeting.files ? [greeting.files.large, greeting.files.small] : []) {
        const { sha256, bytes, path } = file;
        await this.plane.request(nodeId, 'file:ensure', { sha256, bytes, path });
        has.add(sha256);
      }
      this.arrived.next(greeting);
    } catch (error) {
      // It goes on fetching; the next time tells. A node that cannot have it keeps no other from having theirs.
      if (!(error instanceof Fault && error.code === 'timeout'))
        this.logger.warn(`a greeting cannot be brought to ${nodeId}: ${String(error)}`);
    }
  }
}
