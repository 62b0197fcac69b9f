import {
  AskFromFloorDto,
  AskQuestionDto,
  EmptyDto,
  VoteDto,
  type OwnQuestionDto,
  type QuestionListDto,
  type VoteCountDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { AskingService } from './asking.service';
import { QuestionList } from './question-list.service';
import { toOwnDto } from './question-views';
import { VotingService } from './voting.service';

/** What everybody does with questions. */
@LiveGateway()
export class AskingGateway {
  constructor(
    private readonly lists: QuestionList,
    private readonly asking: AskingService,
    private readonly voting: VotingService,
  ) {}

  @OnRequest('question:list', EmptyDto, 'question:use')
  async list(socket: LiveSocket): Promise<QuestionListDto> {
    return this.lists.of(socket.data.ticket, joinedSession(socket));
  }

  @OnRequest('question:ask', AskQuestionDto, 'question:use')
  async ask(socket: LiveSocket, request: AskQuestionDto): Promise<OwnQuestionDto> {
    return toOwnDto(await this.asking.ask(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('question:ask-from-floor', AskFromFloorDto, 'question:ask-from-floor')
  async askFromFloor(socket: LiveSocket, request: AskFromFloorDto): Promise<OwnQuestionDto> {
    return toOwnDto(await this.asking.askFromFloor(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('question:vote', VoteDto, 'question:use')
  async vote(socket: LiveSocket, request: VoteDto): Promise<VoteCountDto> {
    return this.voting.vote(joinedSession(socket), socket.data.ticket.participantId, request);
  }
}
