import {
  EditQuestionDto,
  MergeQuestionsDto,
  MoveQuestionDto,
  OrderQuestionsDto,
  TranslateQuestionDto,
  type CrewQuestionDto,
  type EmptyDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { EditingService } from './editing.service';
import { MergingService } from './merging.service';
import { MovingService } from './moving.service';
import { OrderingService } from './ordering.service';
import { toModeratorDto } from './question-views';

/** What moderators do with questions. */
@LiveGateway()
export class ModeratingGateway {
  constructor(
    private readonly moving: MovingService,
    private readonly editing: EditingService,
    private readonly merging: MergingService,
    private readonly ordering: OrderingService,
  ) {}

  @OnRequest('question:move', MoveQuestionDto, 'question:moderate')
  async move(socket: LiveSocket, request: MoveQuestionDto): Promise<CrewQuestionDto> {
    return toModeratorDto(await this.moving.move(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('question:edit', EditQuestionDto, 'question:moderate')
  async edit(socket: LiveSocket, request: EditQuestionDto): Promise<CrewQuestionDto> {
    return toModeratorDto(await this.editing.edit(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('question:translate', TranslateQuestionDto, 'question:moderate')
  async translate(socket: LiveSocket, request: TranslateQuestionDto): Promise<CrewQuestionDto> {
    return toModeratorDto(await this.editing.translate(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('question:merge', MergeQuestionsDto, 'question:moderate')
  async merge(socket: LiveSocket, request: MergeQuestionsDto): Promise<CrewQuestionDto> {
    return toModeratorDto(await this.merging.merge(socket.data.ticket, joinedSession(socket), request));
  }

  @OnRequest('question:order', OrderQuestionsDto, 'question:moderate')
  async order(socket: LiveSocket, request: OrderQuestionsDto): Promise<EmptyDto> {
    await this.ordering.order(socket.data.ticket, joinedSession(socket), request);
    return {};
  }
}
