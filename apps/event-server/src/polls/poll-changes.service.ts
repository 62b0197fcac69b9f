import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import {
  Fault,
  type EditPollDto,
  type MakePollDto,
  type ModerationAction,
  type MovePollDto,
  type SeenPollDto,
  type ShowResultsDto,
} from '@manyhalls/contracts';
import { localize, nextPollState } from '@manyhalls/domain';
import { ModerationLog } from '../moderation/moderation-log.service';
import type { Ticket } from '../sign-in/ticket';
import type { Poll, StoredPoll } from './poll';
import { PollNews } from './poll-news.service';
import { PollRows } from './poll-rows.service';
import { pollConflict } from './poll-views';
import { PollEntity } from './poll.entity';
import { withTallies } from './tallies';
import { writtenPoll } from './written-poll';

/** A poll while nobody else can change or answer it, and the others of its session. */
interface HeldPoll {
  poll: Poll;
  others: StoredPoll[];
  manager: EntityManager;
}

/** Whatever moderators do with polls. */
@Injectable()
export class PollChanges {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly rows: PollRows,
    private readonly news: PollNews,
    private readonly log: ModerationLog,
  ) {}

  /** Once, however often it is sent. @throws {Fault} `bad-request` */
  async make(moderator: Ticket, sessionId: string, request: MakePollDto): Promise<Poll> {
    const id = randomUUID();
    const { clientPollId } = request;
    const poll = await this.manager.transaction(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(PollEntity)
        .values({ id, sessionId, clientPollId, state: 'draft', ...writtenPoll(request) })
        .orIgnore()
        .execute();
      const [stored] = await this.rows.find({ sessionId, clientPollId }, manager);
      if (!stored) throw new Error('a poll was neither stored nor known');
      if (stored.id === id) await this.note(manager, moderator, 'poll:make', stored);
      return stored;
    });
    if (poll.id === id) this.news.changed(poll);
    return poll;
  }

  /** @throws {Fault} `conflict` with the present poll, also when it is no draft any more; `bad-request`, `not-found` */
  async edit(moderator: Ticket, sessionId: string, request: EditPollDto): Promise<Poll> {
    return this.write(moderator, sessionId, 'poll:edit', request, ({ poll }) => {
      if (poll.state !== 'draft') throw pollConflict(poll, 'only a draft is edited');
      return writtenPoll(request);
    });
  }

  /** @throws {Fault} `conflict` with the present poll, or with the one that is open already; `not-found` */
  async move(moderator: Ticket, sessionId: string, request: MovePollDto): Promise<Poll> {
    return this.write(
      moderator,
      sessionId,
      `poll:${request.step}`,
      request,
      async ({ poll, others, manager }) => {
        const state = nextPollState(poll.state, request.step);
        if (!state) throw pollConflict(poll, `${request.step} is not possible`);
        const [open] = await withTallies(
          manager,
          others.filter((other) => other.state === 'open'),
        );
        if (state === 'open' && open) throw pollConflict(open, 'another one has to be closed first');
        return { state };
      },
    );
  }

  /** @throws {Fault} `conflict` with the present poll; `not-found` */
  async showResults(moderator: Ticket, sessionId: string, request: ShowResultsDto): Promise<Poll> {
    const action = request.shown ? 'poll:show-results' : 'poll:hide-results';
    return this.write(moderator, sessionId, action, request, () => ({ resultsShown: request.shown }));
  }

  /** @throws {Fault} `conflict` with the present poll when people may have seen it; `not-found` */
  async delete(moderator: Ticket, sessionId: string, request: SeenPollDto): Promise<void> {
    const deleted = await this.hold(
      moderator,
      sessionId,
      'poll:delete',
      request,
      async ({ poll, manager }) => {
        if (poll.state !== 'draft') throw pollConflict(poll, 'only a draft is deleted');
        await manager.delete(PollEntity, { id: poll.id });
        return poll;
      },
    );
    this.news.deleted(deleted);
  }

  private async write(
    moderator: Ticket,
    sessionId: string,
    action: ModerationAction,
    seen: SeenPollDto,
    decide: (held: HeldPoll) => Partial<StoredPoll> | Promise<Partial<StoredPoll>>,
  ): Promise<Poll> {
    const written = await this.hold(moderator, sessionId, action, seen, async (held) => {
      const change = { ...(await decide(held)), version: held.poll.version + 1 };
      await held.manager.update(PollEntity, { id: held.poll.id }, change);
      return { ...held.poll, ...change };
    });
    this.news.changed(written);
    return written;
  }

  private hold(
    moderator: Ticket,
    sessionId: string,
    action: ModerationAction,
    { pollId, version }: SeenPollDto,
    work: (held: HeldPoll) => Promise<Poll>,
  ): Promise<Poll> {
    return this.manager.transaction(async (manager) => {
      const all = await this.rows.lock(manager, sessionId);
      const [poll] = await withTallies(
        manager,
        all.filter(({ id }) => id === pollId),
      );
      if (!poll) throw new Fault('not-found', 'there is no such poll');
      if (poll.version !== version) throw pollConflict(poll, 'somebody has changed the poll meanwhile');
      const done = await work({ poll, others: all.filter(({ id }) => id !== pollId), manager });
      await this.note(manager, moderator, action, done);
      return done;
    });
  }

  private note(
    manager: EntityManager,
    moderator: Ticket,
    action: ModerationAction,
    { id: subjectId, sessionId, question }: Poll,
  ): Promise<void> {
    const subject = localize(question, 'en').words;
    return this.log.write(manager, { sessionId, moderator, action, subject, subjectId });
  }
}
