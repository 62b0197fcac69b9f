import { Controller, Get, Query } from '@nestjs/common';
import { ParticipantQueryDto, type ParticipantDto, type ParticipantPageDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Requires } from '../sign-in/requires';
import type { Participant } from './participant';
import { ParticipantsService } from './participants.service';

@Controller('api/events/:eventId/participants')
export class ParticipantsController {
  constructor(private readonly participants: ParticipantsService) {}

  @Requires('participant:revoke')
  @Get()
  async list(
    @IdParam('eventId') eventId: string,
    @Query() query: ParticipantQueryDto,
  ): Promise<ParticipantPageDto> {
    const { people, total } = await this.participants.page(eventId, query);
    return { people: people.map(toDto), total };
  }
}

function toDto({ eventId: _, createdAt, revokedAt, ...person }: Participant): ParticipantDto {
  return { ...person, createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null };
}
