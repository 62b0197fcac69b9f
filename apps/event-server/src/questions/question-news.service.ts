import { Injectable } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import type { QuestionChange } from './held-questions';
import { isPublic, type Question } from './question';
import { toCrewDto, toModeratorDto, toOwnDto, toQuestionDto } from './question-views';

/** Telling everybody what they may know of questions that have changed. */
@Injectable()
export class QuestionNews {
  constructor(private readonly sockets: LiveSockets) {}

  /** After the change is committed. */
  tell(sessionId: string, changes: QuestionChange[]): void {
    const changed = changes.filter(({ before, after }) => before?.version !== after.version);
    if (changed.length === 0) return;
    this.tellCrew(
      sessionId,
      changed.map(({ after }) => after),
    );
    this.tellAudience(sessionId, changed);
    for (const { after } of changed)
      this.sockets.tell(
        rooms.participant(sessionId, after.participantId),
        'question:own-changed',
        toOwnDto(after),
      );
  }

  private tellCrew(sessionId: string, questions: Question[]): void {
    const moderators = rooms.moderators(sessionId);
    const told = (toDto: typeof toCrewDto) => ({ questions: questions.map(toDto), removedIds: [] });
    this.sockets.tell(moderators, 'question:changed', told(toModeratorDto));
    this.sockets.tell(rooms.crew(sessionId), 'question:changed', told(toCrewDto), [moderators]);
  }

  private tellAudience(sessionId: string, changed: QuestionChange[]): void {
    const questions = changed.flatMap(({ after }) => (isPublic(after) ? [toQuestionDto(after)] : []));
    const removedIds = changed.flatMap(({ before, after }) =>
      before && isPublic(before) && !isPublic(after) ? [after.id] : [],
    );
    if (questions.length + removedIds.length > 0)
      this.sockets.tell(rooms.audience(sessionId), 'question:changed', { questions, removedIds });
  }
}
