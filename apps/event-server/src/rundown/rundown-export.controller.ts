import { Controller, Get, Header } from '@nestjs/common';
import { Fault } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { SessionsService } from '../sessions/sessions.service';
import { Requires } from '../sign-in/requires';
import { RundownRows } from './rundown-rows.service';
import { toRundownTable } from './rundown-table';

/** The plan and what has become of it, for the crew's own papers. */
@Requires('rundown:read')
@Controller('api/events/:eventId/sessions/:sessionId')
export class RundownExportController {
  constructor(
    private readonly rows: RundownRows,
    private readonly sessions: SessionsService,
  ) {}

  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="rundown.csv"')
  @Get('rundown.csv')
  async csv(@IdParam('eventId') eventId: string, @IdParam('sessionId') sessionId: string): Promise<string> {
    const session = await this.sessions.find(sessionId);
    if (session.eventId !== eventId) throw new Fault('not-found', 'there is no such session');
    return toRundownTable(await this.rows.read(sessionId), session, Date.now());
  }
}
