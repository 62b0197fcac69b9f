import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApproveGreetingDto,
  SeenGreetingDto,
  SendBackGreetingDto,
  TrimGreetingDto,
  type GreetingDto,
} from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Caller, Requires } from '../sign-in/requires';
import type { Ticket } from '../sign-in/ticket';
import { GreetingDtos } from './greeting-dtos.service';
import { Review } from './review.service';

@Requires('greeting:manage')
@Controller('api/events/:eventId/greetings/:greetingId')
export class ReviewController {
  constructor(
    private readonly review: Review,
    private readonly dtos: GreetingDtos,
  ) {}

  @HttpCode(200)
  @Post('approve')
  async approve(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Body() dto: ApproveGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.review.approve(caller, { eventId, id, version: dto.version }, dto));
  }

  @HttpCode(200)
  @Post('unapprove')
  async unapprove(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Body() { version }: SeenGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.review.unapprove(caller, { eventId, id, version }));
  }

  @HttpCode(200)
  @Post('send-back')
  async sendBack(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Body() { version, note }: SendBackGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.review.sendBack(caller, { eventId, id, version }, note));
  }

  @HttpCode(200)
  @Post('reconsider')
  async reconsider(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Body() { version }: SeenGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.review.reconsider(caller, { eventId, id, version }));
  }

  @HttpCode(200)
  @Post('trim')
  async trim(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Body() dto: TrimGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.review.trim(caller, { eventId, id, version: dto.version }, dto));
  }
}
