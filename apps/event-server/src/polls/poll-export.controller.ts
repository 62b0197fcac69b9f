import { Controller, Get, Header } from '@nestjs/common';
import { Fault, type PollDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Unhurried } from '../http/unhurried';
import { SessionsService } from '../sessions/sessions.service';
import { Requires } from '../sign-in/requires';
import type { Poll } from './poll';
import { pollsCsv } from './polls-csv';
import { PollRows } from './poll-rows.service';
import { toCrewDto } from './poll-views';

/** What was asked and how many chose what; never who. */
@Unhurried()
@Requires('poll:moderate')
@Controller('api/events/:eventId/sessions/:sessionId')
export class PollExportController {
  constructor(
    private readonly rows: PollRows,
    private readonly sessions: SessionsService,
  ) {}

  @Get('polls.json')
  async json(
    @IdParam('eventId') eventId: string,
    @IdParam('sessionId') sessionId: string,
  ): Promise<{ polls: PollDto[] }> {
    return { polls: (await this.of(eventId, sessionId)).map(toCrewDto) };
  }

  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="polls.csv"')
  @Get('polls.csv')
  async csv(@IdParam('eventId') eventId: string, @IdParam('sessionId') sessionId: string): Promise<string> {
    return pollsCsv(await this.of(eventId, sessionId));
  }

  private async of(eventId: string, sessionId: string): Promise<Poll[]> {
    const session = await this.sessions.find(sessionId);
    if (session.eventId !== eventId) throw new Fault('not-found', 'there is no such session');
    return this.rows.find({ sessionId });
  }
}
