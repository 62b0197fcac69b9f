import { randomUUID } from 'node:crypto';
import type { AskQuestionDto, CrewQuestionDto, QuestionStep } from '@manyhalls/contracts';
import type { LiveClient } from './live';

export function questionOf(more: Partial<AskQuestionDto> = {}): AskQuestionDto {
  return {
    clientQuestionId: randomUUID(),
    text: 'How will the ports work together?',
    language: 'en',
    anonymous: false,
    ...more,
  };
}

/** Asks a question and takes it through these steps. */
export async function askAndMove(
  asker: LiveClient,
  moderator: LiveClient,
  steps: QuestionStep[],
  more: Partial<AskQuestionDto> = {},
): Promise<CrewQuestionDto> {
  const { id: questionId, version } = await asker.ask('question:ask', questionOf(more));
  return moveOn(moderator, { id: questionId, version }, steps);
}

/** Takes a question through these steps. */
export async function moveOn(
  moderator: LiveClient,
  question: Pick<CrewQuestionDto, 'id' | 'version'>,
  steps: QuestionStep[],
): Promise<CrewQuestionDto> {
  let moved = question as CrewQuestionDto;
  for (const step of steps)
    moved = await moderator.ask('question:move', { questionId: question.id, version: moved.version, step });
  return moved;
}
