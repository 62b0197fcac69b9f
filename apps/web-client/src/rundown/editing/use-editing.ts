import { useRef, useState } from 'react';
import type { AddCueDto, CueContentDto, CueDto } from '@manyhalls/contracts';
import { movedAfter } from '@manyhalls/domain';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../../api/faults';
import { useRundown } from '../RundownRoom';

export interface Editing {
  /** The cues in order, a move of one's own counted in before the server has answered. */
  cues: readonly CueDto[];
  /** @throws {Fault} */
  add: (cue: AddCueDto) => Promise<void>;
  /** @throws {Fault} `conflict` when the cue is not as it was seen */
  save: (seen: Pick<CueDto, 'id' | 'version'>, content: CueContentDto) => Promise<void>;
  move: (cueId: string, afterCueId: string | null) => void;
  /** Up or down by one. */
  step: (cueId: string, by: 1 | -1) => void;
  leaveOut: (cue: CueDto) => void;
  remove: (cue: CueDto) => void;
  /** The one removed last, for as long as that can be taken back here. */
  removed: CueDto | null;
  restore: (cueId: string) => Promise<void>;
  /** Why the last change was refused. */
  fault: Fault | null;
  forget: () => void;
}

/** Writing the rundown. */
export function useEditing(): Editing {
  const { board, state } = useRundown();
  const [removed, setRemoved] = useState<CueDto | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  /** Own moves, until the order that everybody is told has them. */
  const [moved, setMoved] = useState<{ until: number; order: string[] } | null>(null);
  const moving = useRef<Promise<unknown>>(Promise.resolve());
  const { orderVersion } = state;
  const cues =
    moved && orderVersion < moved.until
      ? moved.order.flatMap((id) => state.cues.find((cue) => cue.id === id) ?? [])
      : state.cues;
  const order = cues.map(({ id }) => id);

  const tried = (deed: Promise<unknown>, undo?: () => void) => {
    setFault(null);
    deed.catch((error: unknown) => {
      undo?.();
      setFault(asFault(error));
    });
  };
  const move = (cueId: string, afterCueId: string | null) => {
    const next = movedAfter(order, cueId, afterCueId);
    if (next.every((id, place) => id === order[place])) return;
    // One after the other: each is a step from the order that the one before it made, and is not made without it.
    const seen = Math.max(orderVersion, moved?.until ?? 0);
    setMoved({ until: seen + 1, order: next });
    const asked = moving.current.then(() =>
      board.request('rundown:move', { cueId, afterCueId, orderVersion: seen }),
    );
    moving.current = asked;
    tried(asked, () => {
      setMoved(null);
      if (moving.current === asked) moving.current = Promise.resolve();
    });
  };
  return {
    cues,
    add: async (cue) => void (await board.request('rundown:add', cue)),
    save: async ({ id: cueId, version }, content) =>
      void (await board.request('rundown:edit', { cueId, version, ...content })),
    move,
    step: (cueId, by) => {
      const place = order.indexOf(cueId) + by;
      if (place < 0 || place >= order.length) return;
      // Up: behind the one before the one before.
      move(cueId, order[by > 0 ? place : place - 1] ?? null);
    },
    leaveOut: ({ id: cueId, version, skipped }) =>
      tried(board.request('rundown:skip', { cueId, version, skipped: !skipped })),
    remove: (cue) => {
      const { id: cueId, version } = cue;
      tried(board.request('rundown:remove', { cueId, version }).then(() => setRemoved(cue)));
    },
    removed,
    restore: async (cueId) => {
      await board.request('rundown:restore', { cueId });
      setRemoved(null);
    },
    fault,
    forget: () => setFault(null),
  };
}
