import { Controller, HttpCode, Post } from '@nestjs/common';
import { IdParam } from '../http/id-param';
import { Caller, Requires } from './requires';
import { RevocationService } from './revocation.service';
import type { Ticket } from './ticket';

@Controller('api/events/:eventId/participants/:participantId')
export class RevocationController {
  constructor(private readonly revocation: RevocationService) {}

  @Requires('participant:revoke')
  @HttpCode(204)
  @Post('revoke')
  async revoke(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('participantId') participantId: string,
  ): Promise<void> {
    await this.revocation.takeBack(caller, eventId, participantId);
  }
}
