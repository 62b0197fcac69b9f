import { useRef, useState } from 'react';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../api/faults';
import { PressGuard } from './press-guard';
import { presentTake } from './rundown-state';
import { useRundown } from './RundownRoom';

/** What a show caller does to the run of the show, and why the last deed was refused. */
export interface Taking {
  /** The cue on standby. */
  go: () => void;
  /** Whichever cue, in place of the take that was seen when it was asked; what was refused is thrown. */
  take: (cueId: string, afterTakeId: string | null) => Promise<void>;
  standBy: (cueId: string) => void;
  /** The clock of the present cue, or lets it run again. */
  toggleHold: () => void;
  skipNext: () => void;
  asking: boolean;
  fault: Fault | null;
  forget: () => void;
}

export function useTaking(): Taking {
  const { board, state } = useRundown();
  const [guard] = useState(() => new PressGuard());
  /** Of its own: who skips a cue and presses GO at once means both. */
  const [skipping] = useState(() => new PressGuard());
  /** A skip that is not answered yet. */
  const skip = useRef<Promise<void>>(null);
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { cues, standbyCueId } = state;
  const next = cues.find(({ id }) => id === standbyCueId);
  const take = presentTake(state);

  const tried = async (deed: () => Promise<unknown>) => {
    setFault(null);
    await deed().catch((error: unknown) => setFault(asFault(error)));
  };
  /** The same guard for every way to take a cue. */
  const taken = (deed: () => Promise<void>, asked: boolean) =>
    guard.run(async () => {
      setAsking(true);
      await deed().finally(() => setAsking(false));
    }, asked);
  return {
    go: () => {
      if (!next) return;
      const afterTakeId = take?.id ?? null;
      const deed = async () => {
        // What is being skipped is not meant any more; otherwise what was seen is.
        const cueId = skip.current
          ? await skip.current.then(() => board.store.getState().standbyCueId)
          : next.id;
        if (cueId !== null) await board.go(cueId, afterTakeId);
      };
      void taken(() => tried(deed), false);
    },
    take: async (id, afterTakeId) => {
      setFault(null);
      const done = await taken(() => board.go(id, afterTakeId), true);
      if (!done) throw new Fault('unavailable', 'what was pressed before is still under way');
    },
    standBy: (cueId) => void tried(() => board.standBy(cueId)),
    toggleHold: () => {
      if (take) void tried(() => board.hold(take.id, take.heldSince === null));
    },
    skipNext: () => {
      if (!next) return;
      const { id: cueId, version } = next;
      void skipping.run(async () => {
        skip.current = tried(() => board.request('rundown:skip', { cueId, version, skipped: true }));
        await skip.current;
        skip.current = null;
      });
    },
    asking,
    fault,
    forget: () => setFault(null),
  };
}
