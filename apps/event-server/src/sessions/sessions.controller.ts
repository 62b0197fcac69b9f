import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { CreateSessionDto, UpdateSessionDto, type SessionDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Requires } from '../sign-in/requires';
import { toSessionDto } from './session';
import { SessionsService } from './sessions.service';

@Requires('event:edit')
@Controller('api/events/:eventId/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Post()
  async create(@IdParam('eventId') eventId: string, @Body() dto: CreateSessionDto): Promise<SessionDto> {
    return toSessionDto(await this.sessions.create(eventId, dto));
  }

  @Patch(':sessionId')
  async update(
    @IdParam('eventId') eventId: string,
    @IdParam('sessionId') sessionId: string,
    @Body() dto: UpdateSessionDto,
  ): Promise<SessionDto> {
    return toSessionDto(await this.sessions.update(eventId, sessionId, dto));
  }

  @HttpCode(204)
  @Delete(':sessionId')
  async remove(@IdParam('eventId') eventId: string, @IdParam('sessionId') sessionId: string): Promise<void> {
    await this.sessions.remove(eventId, sessionId);
  }
}
