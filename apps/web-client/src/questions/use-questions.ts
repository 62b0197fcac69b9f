import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLive } from '../live/LiveRoom';
import { QuestionBoard } from './question-board';
import type { QuestionsState } from './question-state';

/** The session's questions for as long as the component is shown. */
export function useQuestions(): { board: QuestionBoard; state: QuestionsState } {
  const live = useLive();
  const [board] = useState(() => new QuestionBoard(live));
  useEffect(() => board.open(), [board]);
  return { board, state: useStore(board.store) };
}
