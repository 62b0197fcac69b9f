import { Controller, Get, Param } from '@nestjs/common';
import type { LiveEventDto, LiveEventSummaryDto } from '@manyhalls/contracts';
import { LiveEventsService } from '../live-events/live-events.service';
import { Public } from '../sign-in/requires';
import { AgendaService, summaryOf } from './agenda.service';

/** For everybody, without a ticket. */
@Public()
@Controller('api/public/events')
export class PublicEventsController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly liveEvents: LiveEventsService,
  ) {}

  @Get()
  async upcoming(): Promise<LiveEventSummaryDto[]> {
    return (await this.liveEvents.upcoming()).map(summaryOf);
  }

  @Get(':slug')
  async read(@Param('slug') slug: string): Promise<LiveEventDto> {
    return this.agenda.of(await this.liveEvents.findBySlug(slug));
  }
}
