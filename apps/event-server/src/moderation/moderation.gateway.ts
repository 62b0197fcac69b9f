import {
  EmptyDto,
  MuteParticipantDto,
  ParticipantIdDto,
  type ModerationEntryDto,
  type StandingDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { ModerationLog } from './moderation-log.service';
import { ModerationService } from './moderation.service';

@LiveGateway()
export class ModerationGateway {
  constructor(
    private readonly moderation: ModerationService,
    private readonly entries: ModerationLog,
  ) {}

  @OnRequest('moderation:mute', MuteParticipantDto, 'chat:moderate')
  async mute(socket: LiveSocket, { participantId, minutes }: MuteParticipantDto): Promise<StandingDto> {
    return this.moderation.mute(socket.data.ticket, joinedSession(socket), participantId, minutes);
  }

  @OnRequest('moderation:ban', ParticipantIdDto, 'moderation:ban')
  async ban(socket: LiveSocket, { participantId }: ParticipantIdDto): Promise<StandingDto> {
    return this.moderation.ban(socket.data.ticket, joinedSession(socket), participantId);
  }

  @OnRequest('moderation:unban', ParticipantIdDto, 'moderation:ban')
  async unban(socket: LiveSocket, { participantId }: ParticipantIdDto): Promise<StandingDto> {
    return this.moderation.unban(socket.data.ticket, joinedSession(socket), participantId);
  }

  @OnRequest('moderation:list', EmptyDto, 'chat:moderate')
  async list(socket: LiveSocket): Promise<StandingDto[]> {
    return this.moderation.list(joinedSession(socket));
  }

  @OnRequest('moderation:log', EmptyDto, 'chat:moderate')
  async log(socket: LiveSocket): Promise<ModerationEntryDto[]> {
    return this.entries.newest(joinedSession(socket));
  }
}
