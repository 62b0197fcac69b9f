import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLive } from '../live/LiveRoom';
import { HandBoard, type HandsState } from './hand-board';

/** The session's hands for as long as the component is shown. */
export function useHands(): { board: HandBoard; state: HandsState } {
  const live = useLive();
  const [board] = useState(() => new HandBoard(live));
  useEffect(() => board.open(), [board]);
  return { board, state: useStore(board.store) };
}
