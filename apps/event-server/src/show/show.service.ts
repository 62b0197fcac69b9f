import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Subject } from 'rxjs';
import type { EntityManager, Repository } from 'typeorm';
import { FeedRows } from '../feeds/feed-rows.service';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { PlaybackRows } from '../greetings/playback/playback-rows.service';
import { QuestionRows } from '../questions/question-rows.service';
import { toStageDto } from '../questions/question-views';
import { RundownRows } from '../rundown/rundown-rows.service';
import { SessionsService } from '../sessions/sessions.service';
import { looksTheSame, makeShow, viewOf, type Reader, type Show } from './show';
import { ShowEntity } from './show.entity';

/** A show while nobody else can change it. */
export interface HeldShow extends Show {
  /** Changes made through this one are committed together, or not at all. */
  manager: EntityManager;
}

/**
 * The show state: what is in a session, what of it is on programme, and the number of this state. Every change of
 * whatever part goes through `change`, so that numbers and states agree on every server and every screen.
 */
@Injectable()
export class ShowService {
  /** Changes made by this server, after they are committed. */
  readonly changed = new Subject<{ before: Show; after: Show }>();

  constructor(
    @InjectRepository(ShowEntity) private readonly shows: Repository<ShowEntity>,
    private readonly sessions: SessionsService,
    private readonly feeds: FeedRows,
    private readonly questions: QuestionRows,
    private readonly rundowns: RundownRows,
    private readonly playbacks: PlaybackRows,
    private readonly sockets: LiveSockets,
  ) {}

  /**
   * The present, as one snapshot.
   * @throws {Fault} `not-found`
   */
  async read(sessionId: string): Promise<Show> {
    return this.shows.manager.transaction('REPEATABLE READ', async (manager) => {
      const row = await manager.findOneBy(ShowEntity, { sessionId });
      return this.load(manager, sessionId, row?.version ?? 0);
    });
  }

  /**
   * Lets `apply` change what it likes while nobody else does, then tells everybody. Nothing is told, and no number is
   * used, when nothing looks different afterwards.
   * @returns what `apply` returned, and the show as it is then
   * @throws {Fault} `not-found`, and what `apply` throws: then nothing has changed
   */
  async change<Result>(
    sessionId: string,
    apply: (show: HeldShow) => Promise<Result>,
  ): Promise<{ result: Result; show: Show }> {
    const { before, after, result } = await this.shows.manager.transaction(async (manager) => {
      const { version } = await this.hold(manager, sessionId);
      const before = await this.load(manager, sessionId, version);
      const result = await apply({ ...before, manager });
      const after = await this.load(manager, sessionId, version + 1);
      if (looksTheSame(before, after, 'crew')) return { before, after: before, result };
      await manager.update(ShowEntity, { sessionId }, { version: after.version });
      return { before, after, result };
    });
    if (after !== before) this.publish(before, after);
    return { result, show: after };
  }

  private async hold(manager: EntityManager, sessionId: string): Promise<ShowEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await manager.findOne(ShowEntity, { where: { sessionId }, lock });
    if (row) return row;
    // The first change of a session's show.
    await this.sessions.find(sessionId, manager);
    await manager.createQueryBuilder().insert().into(ShowEntity).values({ sessionId }).orIgnore().execute();
    return manager.findOneOrFail(ShowEntity, { where: { sessionId }, lock });
  }

  private async load(manager: EntityManager, sessionId: string, version: number): Promise<Show> {
    const session = await this.sessions.find(sessionId, manager);
    const onStage = await this.questions.onStage(sessionId, manager);
    const feeds = await this.feeds.find({ sessionId }, manager);
    return makeShow({
      session,
      version,
      feeds,
      playbacks: await this.playbacks.of(feeds, manager),
      ...(await this.rundowns.taken(sessionId, manager)),
      onStage: onStage && toStageDto(onStage),
    });
  }

  private publish(before: Show, after: Show): void {
    const at = new Date();
    const tell = (room: string, reader: Reader) => {
      if (!looksTheSame(before, after, reader))
        this.sockets.tell(room, 'show:changed', viewOf(after, reader, at));
    };
    // First of all the nodes, as their pictures take longer to come than words do.
    this.changed.next({ before, after });
    tell(rooms.crew(after.session.id), 'crew');
    tell(rooms.audience(after.session.id), 'audience');
  }
}
