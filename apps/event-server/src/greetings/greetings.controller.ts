import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  CreateGreetingDto,
  UpdateGreetingDto,
  type GreetingDto,
  type GreetingLinkDto,
} from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Caller, Requires } from '../sign-in/requires';
import type { Ticket } from '../sign-in/ticket';
import { GreetingDtos } from './greeting-dtos.service';
import { GreetingsService } from './greetings.service';

@Requires('greeting:manage')
@Controller('api/events/:eventId/greetings')
export class GreetingsController {
  constructor(
    private readonly greetings: GreetingsService,
    private readonly dtos: GreetingDtos,
  ) {}

  @Get()
  async list(@IdParam('eventId') eventId: string): Promise<GreetingDto[]> {
    return (await this.greetings.ofEvent(eventId)).map((greeting) => this.dtos.of(greeting));
  }

  @Post()
  async invite(
    @IdParam('eventId') eventId: string,
    @Body() dto: CreateGreetingDto,
  ): Promise<GreetingLinkDto> {
    return this.greetings.invite(eventId, dto);
  }

  @Patch(':greetingId')
  async update(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Body() dto: UpdateGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.greetings.update(caller, { eventId, id, version: dto.version }, dto));
  }

  @HttpCode(200)
  @Post(':greetingId/revoke-link')
  async revokeLink(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.greetings.revokeLink(caller, eventId, id));
  }

  @HttpCode(200)
  @Post(':greetingId/replace-link')
  async replaceLink(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
  ): Promise<GreetingLinkDto> {
    return this.greetings.replaceLink(caller, eventId, id);
  }

  @HttpCode(204)
  @Delete(':greetingId')
  async remove(@IdParam('eventId') eventId: string, @IdParam('greetingId') id: string): Promise<void> {
    await this.greetings.remove(eventId, id);
  }
}
