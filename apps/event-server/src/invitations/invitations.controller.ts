import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CreateInvitationDto, type InvitationDto, type InvitationLinkDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Caller, Requires } from '../sign-in/requires';
import { RevocationService } from '../sign-in/revocation.service';
import type { Ticket } from '../sign-in/ticket';
import { InvitationsService } from './invitations.service';

@Requires('invitation:manage')
@Controller('api/events/:eventId/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly revocation: RevocationService,
  ) {}

  @Get()
  async list(@IdParam('eventId') eventId: string): Promise<InvitationDto[]> {
    return this.invitations.ofEvent(eventId);
  }

  @Post()
  async invite(
    @IdParam('eventId') eventId: string,
    @Body() dto: CreateInvitationDto,
  ): Promise<InvitationLinkDto> {
    return this.invitations.invite(eventId, dto);
  }

  @HttpCode(204)
  @Post(':invitationId/revoke')
  async revoke(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('invitationId') invitationId: string,
  ): Promise<void> {
    const person = await this.invitations.personBehind(eventId, invitationId);
    await this.revocation.takeBack(caller, eventId, person.id);
  }

  @HttpCode(200)
  @Post(':invitationId/replace-link')
  async replaceLink(
    @IdParam('eventId') eventId: string,
    @IdParam('invitationId') invitationId: string,
  ): Promise<InvitationLinkDto> {
    return this.invitations.replaceLink(eventId, invitationId);
  }
}
