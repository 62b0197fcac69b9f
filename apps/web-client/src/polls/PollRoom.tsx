import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useLocalize } from '../i18n/Localized';
import { useAnnouncedChange } from '../live/Announcer';
import { useLive } from '../live/LiveRoom';
import { PollBoard } from './poll-board';
import { openPollOf, type PollsState } from './poll-state';

const BoardContext = createContext<PollBoard | null>(null);

/** The polls of the session; kept up with, and announced when one opens, also while none of them is shown. */
export function PollRoom({ children }: { children: ReactNode }) {
  const live = useLive();
  const [board] = useState(() => new PollBoard(live));
  useEffect(() => board.open(), [board]);
  return (
    <BoardContext value={board}>
      <OpenedAnnouncement />
      {children}
    </BoardContext>
  );
}

/** @throws outside a `PollRoom` */
export function usePolls(): { board: PollBoard; state: PollsState } {
  const board = useContext(BoardContext);
  if (!board) throw new Error('polls need a <PollRoom> around them');
  return { board, state: useStore(board.store) };
}

function OpenedAnnouncement() {
  const { t } = useTranslation('polls');
  const localize = useLocalize();
  const open = openPollOf(usePolls().state);
  useAnnouncedChange(open ? t('announced', { question: localize(open.question) }) : null);
  return null;
}
