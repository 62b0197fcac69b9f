import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import {
  CreateLiveEventDto,
  Fault,
  UpdateLiveEventDto,
  type LiveEventDto,
  type LiveEventSummaryDto,
} from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { LiveEventsService } from '../live-events/live-events.service';
import { Caller, Requires } from '../sign-in/requires';
import type { Ticket } from '../sign-in/ticket';
import { AgendaService, summaryOf } from './agenda.service';

/** For organisers. */
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly liveEvents: LiveEventsService,
  ) {}

  /** Those that the caller may edit. */
  @Requires('event:edit')
  @Get()
  async list(@Caller() { eventId }: Ticket): Promise<LiveEventSummaryDto[]> {
    const events = eventId === null ? await this.liveEvents.all() : [await this.liveEvents.find(eventId)];
    return events.map(summaryOf);
  }

  @Requires('event:create')
  @Post()
  async create(@Caller() { eventId }: Ticket, @Body() dto: CreateLiveEventDto): Promise<LiveEventDto> {
    if (eventId !== null)
      throw new Fault('forbidden', 'only an organiser of the installation makes new events');
    return this.agenda.of(await this.liveEvents.create(dto));
  }

  @Requires('event:edit')
  @Get(':eventId')
  async read(@IdParam('eventId') eventId: string): Promise<LiveEventDto> {
    return this.agenda.of(await this.liveEvents.find(eventId));
  }

  @Requires('event:edit')
  @Patch(':eventId')
  async update(@IdParam('eventId') eventId: string, @Body() dto: UpdateLiveEventDto): Promise<LiveEventDto> {
    return this.agenda.update(eventId, dto);
  }
}
