import { rundownTimes, type RundownTimes } from '@manyhalls/domain';
import type { SessionDto } from '@manyhalls/contracts';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useLive } from '../live/LiveRoom';
import { useServerNow } from '../live/use-server-now';
import { RundownBoard } from './rundown-board';
import type { RundownState } from './rundown-state';

const BoardContext = createContext<RundownBoard | null>(null);

/** The rundown of the session, for whoever may read it. */
export function RundownRoom({ children }: { children: ReactNode }) {
  const live = useLive();
  const [board] = useState(() => new RundownBoard(live));
  useEffect(() => board.open(), [board]);
  return <BoardContext value={board}>{children}</BoardContext>;
}

/** @throws outside a `RundownRoom` */
export function useRundown(): { board: RundownBoard; state: RundownState } {
  const board = useContext(BoardContext);
  if (!board) throw new Error('the rundown needs a <RundownRoom> around it');
  return { board, state: useStore(board.store) };
}

/** Where the rundown stands, by the server's clock, second by second until the session has ended. */
export function useRundownTimes({ startsAt, status }: Pick<SessionDto, 'startsAt' | 'status'>): RundownTimes {
  const { state } = useRundown();
  const now = useServerNow();
  return rundownTimes(state.cues, state.takes, startsAt, status === 'ended' ? null : now);
}
