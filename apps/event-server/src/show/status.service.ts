import { Injectable } from '@nestjs/common';
import { Fault, type ChangeStatusDto } from '@manyhalls/contracts';
import { maySessionBecome } from '@manyhalls/domain';
import { QuestionNews } from '../questions/question-news.service';
import { QuestionStage } from '../questions/stage.service';
import type { Editor } from '../rundown/held-rundown';
import { followStatus } from '../rundown/runs';
import { RundownNews } from '../rundown/rundown-news.service';
import { RundownRows } from '../rundown/rundown-rows.service';
import { SessionsService } from '../sessions/sessions.service';
import { viewOf, type Show } from './show';
import { ShowService } from './show.service';

/** Starting a session, rehearsing it, ending it. */
@Injectable()
export class StatusService {
  constructor(
    private readonly shows: ShowService,
    private readonly sessions: SessionsService,
    private readonly rundowns: RundownRows,
    private readonly news: RundownNews,
    private readonly stage: QuestionStage,
    private readonly questionNews: QuestionNews,
  ) {}

  /**
   * What was rehearsed ends with the rehearsal, also the question on stage.
   * @throws {Fault} `conflict` with the present state, when it is not the one that was seen or the step is not allowed
   */
  async change(by: Editor, { sessionId, status, version }: ChangeStatusDto): Promise<Show> {
    const { show, result } = await this.shows.change(sessionId, async (held) => {
      const present = { show: viewOf(held, 'crew', new Date()) };
      if (held.version !== version)
        throw new Fault('conflict', 'somebody has changed the show meanwhile', present);
      if (!maySessionBecome(held.session.status, status))
        throw new Fault(
          'conflict',
          `a session that is ${held.session.status} cannot become ${status}`,
          present,
        );
      const { manager, session } = held;
      await this.sessions.setStatus(manager, sessionId, status);
      return {
        rundown: await this.rundowns.change(manager, session, (rundown) => followStatus(rundown, status)),
        questions: session.status === 'rehearsing' ? await this.stage.clear(manager, sessionId, by) : [],
      };
    });
    this.news.tell(result.rundown);
    this.questionNews.tell(sessionId, result.questions);
    return show;
  }
}
