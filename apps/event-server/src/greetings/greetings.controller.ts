import { Body, Controller, Get, Post } from '@nestjs/common';
import { CreateGreetingDto, type GreetingDto, type GreetingLinkDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Requires } from '../sign-in/requires';
import { GreetingsService } from './greetings.service';

@Requires('greeting:manage')
@Controller('api/events/:eventId/greetings')
export class GreetingsController {
  constructor(private readonly greetings: GreetingsService) {}

  @Get()
  async list(@IdParam('eventId') eventId: string): Promise<GreetingDto[]> {
    return this.greetings.ofEvent(eventId);
  }

  @Post()
  async invite(
    @IdParam('eventId') eventId: string,
    @Body() dto: CreateGreetingDto,
  ): Promise<GreetingLinkDto> {
    return this.greetings.invite(eventId, dto);
  }
}
