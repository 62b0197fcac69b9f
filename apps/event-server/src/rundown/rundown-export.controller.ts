import { Controller, Get, Header } from '@nestjs/common';
import { Fault } from '@manyhalls/contracts';
import { GreetingRows } from '../greetings/greeting-rows.service';
import { IdParam } from '../http/id-param';
import { SessionsService } from '../sessions/sessions.service';
import { Requires } from '../sign-in/requires';
import { VenuesService } from '../venues/venues.service';
import { toChangeTable } from './change-table';
import { RundownRows } from './rundown-rows.service';
import { toRundownTable } from './rundown-table';

/** The plan and what has become of it, for the crew's own papers. */
@Requires('rundown:read')
@Controller('api/events/:eventId/sessions/:sessionId')
export class RundownExportController {
  constructor(
    private readonly rows: RundownRows,
    private readonly sessions: SessionsService,
    private readonly venues: VenuesService,
    private readonly greetings: GreetingRows,
  ) {}

  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="rundown.csv"')
  @Get('rundown.csv')
  async csv(@IdParam('eventId') eventId: string, @IdParam('sessionId') sessionId: string): Promise<string> {
    const { session, rundown, sources } = await this.find(eventId, sessionId);
    return toRundownTable(rundown, session, Date.now(), sources);
  }

  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="rundown-changes.csv"')
  @Get('rundown-changes.csv')
  async changes(
    @IdParam('eventId') eventId: string,
    @IdParam('sessionId') sessionId: string,
  ): Promise<string> {
    const { rundown, sources } = await this.find(eventId, sessionId);
    return toChangeTable(rundown, await this.rows.changesOf(rundown), sources);
  }

  private async find(eventId: string, sessionId: string) {
    const session = await this.sessions.find(sessionId);
    if (session.eventId !== eventId) throw new Fault('not-found', 'there is no such session');
    const venues = await this.venues.ofEvent(eventId);
    const greetings = await this.greetings.find({ eventId });
    return { session, rundown: await this.rows.read(sessionId), sources: { venues, greetings } };
  }
}
