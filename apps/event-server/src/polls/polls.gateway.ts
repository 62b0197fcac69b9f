import {
  AnswerPollDto,
  EditPollDto,
  EmptyDto,
  MakePollDto,
  MovePollDto,
  SeenPollDto,
  ShowResultsDto,
  type PollAnswerDto,
  type PollDto,
  type PollListDto,
} from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { AnsweringService } from './answering.service';
import { PollChanges } from './poll-changes.service';
import { PollRows } from './poll-rows.service';
import { toAudienceDto, toCrewDto } from './poll-views';

@LiveGateway()
export class PollsGateway {
  constructor(
    private readonly rows: PollRows,
    private readonly answering: AnsweringService,
    private readonly changes: PollChanges,
  ) {}

  @OnRequest('poll:list', EmptyDto, 'poll:use')
  async list(socket: LiveSocket): Promise<PollListDto> {
    const sessionId = joinedSession(socket);
    const { participantId, role } = socket.data.ticket;
    const [polls, answers] = await Promise.all([
      this.rows.find({ sessionId }),
      this.rows.answersOf(sessionId, participantId),
    ]);
    const viewOf = isCrew(role) ? toCrewDto : toAudienceDto;
    return { polls: polls.flatMap((poll) => viewOf(poll) ?? []), answers };
  }

  @OnRequest('poll:answer', AnswerPollDto, 'poll:use')
  async answer(socket: LiveSocket, request: AnswerPollDto): Promise<PollAnswerDto> {
    return this.answering.answer(joinedSession(socket), socket.data.ticket.participantId, request);
  }

  @OnRequest('poll:make', MakePollDto, 'poll:moderate')
  async make(socket: LiveSocket, request: MakePollDto): Promise<PollDto> {
    return toCrewDto(await this.changes.make(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('poll:edit', EditPollDto, 'poll:moderate')
  async edit(socket: LiveSocket, request: EditPollDto): Promise<PollDto> {
    return toCrewDto(await this.changes.edit(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('poll:move', MovePollDto, 'poll:moderate')
  async move(socket: LiveSocket, request: MovePollDto): Promise<PollDto> {
    return toCrewDto(await this.changes.move(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('poll:show-results', ShowResultsDto, 'poll:moderate')
  async showResults(socket: LiveSocket, request: ShowResultsDto): Promise<PollDto> {
    return toCrewDto(await this.changes.showResults(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('poll:delete', SeenPollDto, 'poll:moderate')
  async delete(socket: LiveSocket, request: SeenPollDto): Promise<EmptyDto> {
    await this.changes.delete(socket.data.ticket, joinedSession(socket), request);
    return {};
  }
}
