import { useState } from 'react';
import type { HandDto, HandStep, ShowStateDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../api/faults';
import { useLive } from '../live/LiveRoom';
import { useHands } from './use-hands';

/** Steps after which somebody is out of the list, and which may have been a slip. */
const lastSteps: readonly HandStep[] = ['dismiss', 'end'];

/** What the crew does with raised hands. */
export function useHandMoves() {
  const live = useLive();
  const { board, state } = useHands();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  /** The last one who was dismissed or whose turn was ended here. */
  const [over, setOver] = useState<HandDto | null>(null);

  const move = async ({ id: handId, version }: HandDto, step: HandStep) => {
    setBusy(true);
    setFault(null);
    try {
      const moved = await live.ask('hand:move', { handId, version, step });
      board.learn([moved]);
      setOver(lastSteps.includes(step) ? moved : null);
    } catch (error) {
      setFault(asFault(error));
    }
    setBusy(false);
  };
  return {
    hands: state.hands,
    over,
    busy,
    fault,
    move: (hand: HandDto, step: HandStep) => void move(hand, step),
  };
}

/** Whether anything can be seen or heard of a speaker yet. */
export function isSending({ person }: HandDto, { feeds }: Pick<ShowStateDto, 'feeds'>): boolean {
  return feeds.some(
    ({ venueId, participantId, tracks }) =>
      venueId === null && participantId === person.participantId && tracks.length > 0,
  );
}
