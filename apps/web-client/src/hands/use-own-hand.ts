import { useState } from 'react';
import type { OwnHandDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../api/faults';
import { useLive } from '../live/LiveRoom';
import { useHands } from './use-hands';

export interface OwnHand {
  hand: OwnHandDto | null;
  busy: boolean;
  fault: Fault | null;
  /** @returns whether it is up now */
  raise: (words: string) => Promise<boolean>;
  /** Takes the hand down, or ends the own turn. */
  lower: () => Promise<boolean>;
}

/** What an attendee does to speak. */
export function useOwnHand(): OwnHand {
  const live = useLive();
  const { board, state } = useHands();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFault(asFault(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    hand: state.own,
    busy,
    fault,
    raise: (words) =>
      attempt(async () => board.learnOwn(await live.ask('hand:raise', words ? { words } : {}))),
    lower: () => attempt(() => live.ask('hand:lower', {})),
  };
}
