import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { questionStates, type QuestionListDto, type Role } from '@manyhalls/contracts';
import { isCrew, isQuestionPublic, may } from '@manyhalls/domain';
import { SharedReader } from '../database/shared-reader';
import type { Ticket } from '../sign-in/ticket';
import { QuestionRows } from './question-rows.service';
import { toCrewDto, toModeratorDto, toOwnDto, toQuestionDto } from './question-views';
import { VotingService } from './voting.service';

/** All questions of a session that a reader may know. */
@Injectable()
export class QuestionList {
  private readonly audience = new SharedReader((sessionId) => this.forAudience(sessionId));

  constructor(
    private readonly rows: QuestionRows,
    private readonly voting: VotingService,
  ) {}

  async of({ participantId, role }: Ticket, sessionId: string): Promise<QuestionListDto> {
    const [questions, own, votedIds] = await Promise.all([
      isCrew(role) ? this.forCrew(sessionId, role) : this.audience.read(sessionId),
      this.rows.find({ sessionId, participantId }),
      this.voting.votedIds(sessionId, participantId),
    ]);
    return { questions, own: own.map(toOwnDto), votedIds };
  }

  private async forCrew(sessionId: string, role: Role): Promise<QuestionListDto['questions']> {
    const toDto = may(role, 'question:moderate') ? toModeratorDto : toCrewDto;
    return (await this.rows.find({ sessionId })).map(toDto);
  }

  private async forAudience(sessionId: string): Promise<QuestionListDto['questions']> {
    const state = In(questionStates.filter(isQuestionPublic));
    return (await this.rows.find({ sessionId, state, mergedInto: IsNull() })).map(toQuestionDto);
  }
}
