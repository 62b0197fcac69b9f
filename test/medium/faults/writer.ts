import { setTimeout as wait } from 'node:timers/promises';
import type { MessageDto } from '@manyhalls/contracts';
import { messageOf } from '../../factories/chat';
import type { LiveClient } from '../../factories/live';

/** Well below what a socket may send in a second. */
const pauseMs = 60;

/** Somebody who writes one message after the other, whatever happens; as a page does, each until it is acknowledged. */
export class Writer {
  /** What was acknowledged, in order. */
  readonly acknowledged: MessageDto[] = [];
  /** How often it was not. */
  refused = 0;
  private stopped = false;
  private readonly writing: Promise<void>;

  constructor(
    private readonly client: LiveClient,
    private readonly words: string,
  ) {
    this.writing = this.write();
  }

  /** Resolves when so many more are acknowledged. */
  async hasWritten(count: number): Promise<void> {
    const enough = this.acknowledged.length + count;
    while (this.acknowledged.length < enough) await wait(pauseMs);
  }

  /** Resolves when the last one is acknowledged. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.writing;
  }

  private async write(): Promise<void> {
    for (let number = 1; !this.stopped; number++) {
      const request = messageOf(`${this.words} ${number}`);
      for (let stored = false; !stored; await wait(pauseMs)) {
        const answer = await this.client.send('chat:send', request);
        if (answer.ok) this.acknowledged.push(answer.data as MessageDto);
        else this.refused++;
        stored = answer.ok;
      }
    }
  }
}
