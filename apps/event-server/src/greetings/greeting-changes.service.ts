import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault, type GreetingState, type GreetingStep } from '@manyhalls/contracts';
import { nextGreetingState } from '@manyhalls/domain';
import type { Ticket } from '../sign-in/ticket';
import type { Greeting, StoredGreeting } from './greeting';
import { GreetingNews } from './greeting-news.service';
import { GreetingRows } from './greeting-rows.service';
import { greetingConflict } from './greeting-views';
import { GreetingEntity } from './greeting.entity';
import { UnusedFiles } from './unused-files.service';

/** A greeting while nobody else can change it. */
export interface HeldGreeting {
  greeting: Greeting;
  manager: EntityManager;
}

/** What shall be different. */
export type GreetingChange = Partial<Omit<StoredGreeting, 'id' | 'eventId' | 'version'>> & {
  secretHash?: string;
};

/** What somebody of the crew has seen before changing it. */
export interface SeenGreeting {
  eventId: string;
  id: string;
  version: number;
}

/** Whatever happens to a greeting: under a lock, in the steps that its state allows, and told to the crew. */
@Injectable()
export class GreetingChanges {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly rows: GreetingRows,
    private readonly news: GreetingNews,
    private readonly unused: UnusedFiles,
  ) {}

  /**
   * @param decide what changes; `null` when nothing does
   * @throws {Fault} `not-found`; what `decide` throws: then nothing has changed
   */
  async change(
    id: string,
    decide: (held: HeldGreeting) => GreetingChange | null | Promise<GreetingChange | null>,
  ): Promise<Greeting> {
    const { before, after } = await this.manager.transaction(async (manager) => {
      const [greeting] = await this.rows.lock(manager, { id });
      if (!greeting) throw new Fault('not-found', 'there is no such greeting');
      const change = await decide({ greeting, manager });
      if (!change) return { before: greeting, after: greeting };
      await manager.update(GreetingEntity, { id }, { ...change, version: () => 'version + 1' });
      return { before: greeting, after: await this.rows.findOne({ id }, manager) };
    });
    if (after.version > before.version) await this.news.changed(after);
    if (
      after.original?.sha256 !== before.original?.sha256 ||
      after.files?.large.sha256 !== before.files?.large.sha256
    )
      await this.unused.discard(before);
    return after;
  }

  /**
   * The same for somebody of the crew.
   * @throws {Fault} `conflict` with the greeting as it is now when somebody has changed it since it was seen;
   * `not-found`, also when it belongs to another event
   */
  async changeSeen(
    caller: Ticket,
    { eventId, id, version }: SeenGreeting,
    decide: (held: HeldGreeting) => GreetingChange | Promise<GreetingChange>,
  ): Promise<Greeting> {
    return this.change(id, async (held) => {
      const { greeting } = held;
      if (greeting.eventId !== eventId) throw new Fault('not-found', 'there is no such greeting');
      if (greeting.version !== version) throw greetingConflict(greeting, 'somebody has changed it meanwhile');
      return { ...(await decide(held)), changedBy: caller.displayName };
    });
  }

  /** How far processing is; not a change that anybody could overwrite. */
  async progress(id: string, job: number, progress: number): Promise<void> {
    const { affected } = await this.manager.update(GreetingEntity, { id, job }, { progress });
    if (affected) await this.news.changed(await this.rows.findOne({ id }));
  }
}

/** @throws {Fault} `conflict` when the present state does not allow the step */
export function demandStep(greeting: Greeting, step: GreetingStep): GreetingState {
  const next = nextGreetingState(greeting.state, step);
  if (!next) throw greetingConflict(greeting, `${step} is not possible`);
  return next;
}
