import { Injectable } from '@nestjs/common';
import { Fault, type ChangeStatusDto } from '@manyhalls/contracts';
import { maySessionBecome } from '@manyhalls/domain';
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
  ) {}

  /** @throws {Fault} `conflict` with the present state, when it is not the one that was seen or the step is not allowed */
  async change({ sessionId, status, version }: ChangeStatusDto): Promise<Show> {
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
      await this.sessions.setStatus(held.manager, sessionId, status);
      return this.rundowns.change(held.manager, held.session, (rundown) => followStatus(rundown, status));
    });
    this.news.tell(result);
    return show;
  }
}
