import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job as BossJob } from 'pg-boss';
import { Config } from '../../config/config';

/** Work for one greeting; of no use any more when the greeting's own number has grown. */
export interface GreetingJob {
  greetingId: string;
  job: number;
}

export interface JobHandlers {
  /** What it throws is tried again. @param signal aborted when this server ends, or another has taken the job over */
  work: (job: GreetingJob, signal: AbortSignal) => Promise<void>;
  /** It was tried often enough. */
  giveUp: (job: GreetingJob) => Promise<void>;
}

const queue = 'greetings';
const givenUp = 'greetings-given-up';
/** A server that has not been heard of for so long has lost its job, in seconds; the shortest that pg-boss allows. */
const heartbeatSeconds = 10;
/** For a handler that is told to end, in milliseconds. */
const endingMs = 5_000;

/** Jobs that outlive a server, done by one server at a time and one by one on each: pg-boss, in a schema of its own. */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly stopping = new AbortController();
  private readonly boss: PgBoss;
  private lastWords = '';

  constructor(config: Config) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      application_name: 'manyhalls jobs',
      schema: 'jobs',
      max: 2,
      connectionTimeoutMillis: 5_000,
      schedule: false,
      superviseIntervalSeconds: heartbeatSeconds / 2,
      monitorIntervalSeconds: heartbeatSeconds / 2,
    });
    this.boss.on('error', (error) => this.warn(String(error)));
  }

  async start({ work, giveUp }: JobHandlers): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(givenUp, { retryLimit: 10, retryDelay: 30 });
    await this.boss.createQueue(queue, {
      policy: 'exclusive',
      deadLetter: givenUp,
      retryLimit: 2,
      retryDelay: 2,
      heartbeatSeconds,
      // pg-boss must have a limit; those of a single step are much shorter.
      expireInSeconds: 24 * 3600,
    });
    const often = { pollingIntervalSeconds: 1 };
    await this.boss.work<GreetingJob>(queue, often, async ([job]) => {
      if (job) await this.unlessEnding(job, work);
    });
    await this.boss.work<GreetingJob>(givenUp, often, async ([job]) => job && giveUp(job.data));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.boss.stop({ timeout: endingMs });
  }

  /** Does nothing when this very job is waiting or being done. */
  async add({ greetingId, job }: GreetingJob): Promise<void> {
    await this.boss.send(queue, { greetingId, job }, { singletonKey: `${greetingId}:${job}` });
  }

  /** What is cut off by the end of this server has not failed: it is added again when a server looks for such. */
  private async unlessEnding(
    { data, signal }: BossJob<GreetingJob>,
    work: JobHandlers['work'],
  ): Promise<void> {
    try {
      await work(data, AbortSignal.any([signal, this.stopping.signal]));
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
    }
  }

  /** It looks for jobs every second: while Postgres is away it is said once. */
  private warn(words: string): void {
    if (words !== this.lastWords) this.logger.warn(words);
    this.lastWords = words;
  }
}
