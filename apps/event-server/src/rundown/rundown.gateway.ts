import {
  AddCueDto,
  CueIdDto,
  EditCueDto,
  EmptyDto,
  MoveCueDto,
  SeenCueDto,
  SkipCueDto,
  type CueDto,
  type RundownDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { toRundownDto } from './cue-views';
import { CueEditing } from './editing.service';
import { RundownRows } from './rundown-rows.service';

@LiveGateway()
export class RundownGateway {
  constructor(
    private readonly rows: RundownRows,
    private readonly editing: CueEditing,
  ) {}

  @OnRequest('rundown:read', EmptyDto, 'rundown:read')
  async read(socket: LiveSocket): Promise<RundownDto> {
    return toRundownDto(await this.rows.read(joinedSession(socket)));
  }

  @OnRequest('rundown:add', AddCueDto, 'rundown:edit')
  async add(socket: LiveSocket, request: AddCueDto): Promise<CueDto> {
    return this.editing.add(socket.data.ticket, joinedSession(socket), request);
  }

  @OnRequest('rundown:edit', EditCueDto, 'rundown:edit')
  async edit(socket: LiveSocket, request: EditCueDto): Promise<CueDto> {
    return this.editing.edit(socket.data.ticket, joinedSession(socket), request);
  }

  @OnRequest('rundown:skip', SkipCueDto, 'rundown:edit')
  async skip(socket: LiveSocket, request: SkipCueDto): Promise<CueDto> {
    return this.editing.skip(socket.data.ticket, joinedSession(socket), request);
  }

  @OnRequest('rundown:move', MoveCueDto, 'rundown:edit')
  async move(socket: LiveSocket, request: MoveCueDto): Promise<EmptyDto> {
    await this.editing.move(socket.data.ticket, joinedSession(socket), request);
    return {};
  }

  @OnRequest('rundown:remove', SeenCueDto, 'rundown:edit')
  async remove(socket: LiveSocket, request: SeenCueDto): Promise<EmptyDto> {
    await this.editing.remove(socket.data.ticket, joinedSession(socket), request);
    return {};
  }

  @OnRequest('rundown:restore', CueIdDto, 'rundown:edit')
  async restore(socket: LiveSocket, { cueId }: CueIdDto): Promise<CueDto> {
    return this.editing.restore(socket.data.ticket, joinedSession(socket), cueId);
  }
}
