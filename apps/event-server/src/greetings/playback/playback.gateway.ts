import { ControlPlaybackDto, type EmptyDto } from '@manyhalls/contracts';
import { joinedSession } from '../../live/joined-session';
import { LiveGateway } from '../../live/live-gateway.decorator';
import type { LiveSocket } from '../../live/live-socket';
import { OnRequest } from '../../live/on-request';
import { PlaybackControl } from './playback-control.service';

@LiveGateway()
export class PlaybackGateway {
  constructor(private readonly playback: PlaybackControl) {}

  @OnRequest('greeting:control', ControlPlaybackDto, 'cue:take')
  async control(socket: LiveSocket, request: ControlPlaybackDto): Promise<EmptyDto> {
    await this.playback.control(joinedSession(socket), request);
    return {};
  }
}
