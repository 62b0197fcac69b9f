import { Injectable, Logger } from '@nestjs/common';
import type { Refusal } from '@manyhalls/contracts';
import type { GreetingFiles } from '../greeting';
import { demandStep, GreetingChanges, type GreetingChange } from '../greeting-changes.service';
import { inBackground } from '../../wire/in-background';
import { GreetingRows } from '../greeting-rows.service';
import type { Greeting } from '../greeting';
import type { GreetingJob } from './job-queue.service';

/** The shortest time between two words about how far a job is, in milliseconds. */
const pacingMs = 1_000;

/** What a job says about its greeting, as long as nothing newer is wanted of it. */
@Injectable()
export class JobNews {
  private readonly logger = new Logger('Greetings');

  constructor(
    private readonly rows: GreetingRows,
    private readonly changes: GreetingChanges,
  ) {}

  /** @returns the greeting; `null` when it is gone, or something newer is wanted of it. */
  async begin(job: GreetingJob): Promise<Greeting | null> {
    return this.say(job, (present) => ({
      state: demandStep(present, 'process'),
      progress: 0,
      refusal: null,
    }));
  }

  /** @returns whether the files were wanted */
  async finish(job: GreetingJob, files: GreetingFiles): Promise<boolean> {
    const change = (present: Greeting) => ({ state: demandStep(present, 'finish'), progress: 100, files });
    return (await this.say(job, change)) !== null;
  }

  async refuse(job: GreetingJob, refusal: Refusal): Promise<void> {
    await this.say(job, (present) => ({ state: demandStep(present, 'refuse'), refusal }));
  }

  /**
   * Tells from time to time how far the job is, and finds out whether it is still wanted.
   * @returns takes what is to be told; once ended, nothing more comes
   */
  progress(
    { greetingId, job }: GreetingJob,
    obsolete: () => void,
  ): { take: (percent: number) => void; end: () => Promise<void> } {
    let newest = 0;
    let told = 0;
    let underWay = Promise.resolve();
    const tell = () =>
      inBackground(this.logger, async () => {
        const percent = Math.floor(newest);
        if (!(await this.isWanted({ greetingId, job }))) obsolete();
        else if (percent > told) await this.changes.progress(greetingId, job, percent);
        told = percent;
      });
    const timer = setInterval(() => (underWay = underWay.then(tell)), pacingMs);
    return {
      take: (percent) => (newest = percent),
      end: () => {
        clearInterval(timer);
        return underWay;
      },
    };
  }

  private async isWanted({ greetingId, job }: GreetingJob): Promise<boolean> {
    const [present] = await this.rows.find({ id: greetingId });
    return present !== undefined && waitsFor(job, present);
  }

  private async say(
    job: GreetingJob,
    change: (present: Greeting) => GreetingChange,
  ): Promise<Greeting | null> {
    if (!(await this.isWanted(job))) return null;
    let wanted = true;
    const greeting = await this.changes.change(job.greetingId, ({ greeting: present }) => {
      wanted = waitsFor(job.job, present);
      return wanted ? change(present) : null;
    });
    return wanted ? greeting : null;
  }
}

const waitsFor = (job: number, { job: newest, state }: Greeting) =>
  job === newest && (state === 'uploaded' || state === 'processing');
