import { Injectable } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import type { QuestionChange } from './held-questions';
import { isPublic } from './question';
import { toCrewDto, toOwnDto, toQuestionDto } from './question-views';

/** Telling everybody what they may know of questions that have changed. */
@Injectable()
export class QuestionNews {
  constructor(private readonly sockets: LiveSockets) {}

  /** After the change is committed. */
  tell(sessionId: string, changes: QuestionChange[]): void {
    const changed = changes.filter(({ before, after }) => before?.version !== after.version);
    if (changed.length === 0) return;
    this.sockets.tell(rooms.crew(sessionId), 'question:changed', {
      questions: changed.map(({ after }) => toCrewDto(after)),
      removedIds: [],
    });
    this.tellAudience(sessionId, changed);
    for (const { after } of changed)
      this.sockets.tell(
        rooms.participant(sessionId, after.participantId),
        'question:own-changed',
        toOwnDto(after),
      );
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
