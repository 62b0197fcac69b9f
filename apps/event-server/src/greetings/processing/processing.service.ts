import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { In } from 'typeorm';
import { inBackground } from '../../wire/in-background';
import { GreetingRows } from '../greeting-rows.service';
import { JobNews } from './job-news.service';
import { JobQueue } from './job-queue.service';
import { Making } from './making.service';

/** How often greetings are looked for that wait and have no job, in milliseconds. */
const sweepMs = 30_000;

/** Makes what is played out of what was sent in. */
@Injectable()
export class ProcessingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Greetings');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobQueue,
    private readonly making: Making,
    private readonly rows: GreetingRows,
    private readonly news: JobNews,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.start({
      work: (job, signal) => this.making.make(job, signal),
      giveUp: (job) => this.news.refuse(job, 'broken'),
    });
    await this.queueForgotten();
    this.timer = setInterval(() => void inBackground(this.logger, () => this.queueForgotten()), sweepMs);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Has the greeting's present original, trimmed as it says, worked on: at once or when there is time, and also after
   * a crash. Asked whenever the greeting's `job` has grown; whatever was under way for an earlier one is of no use.
   */
  async queue(greetingId: string): Promise<void> {
    const { job } = await this.rows.findOne({ id: greetingId });
    await this.jobs.add({ greetingId, job });
  }

  /** A server may have ended between storing a wish and queueing it, or in the middle of doing it. */
  private async queueForgotten(): Promise<void> {
    for (const { id, job } of await this.rows.find({ state: In(['uploaded', 'processing']) }))
      await this.jobs.add({ greetingId: id, job });
  }
}
