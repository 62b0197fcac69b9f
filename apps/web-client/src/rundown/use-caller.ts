import { useState } from 'react';
import { runs } from '@manyhalls/domain';
import type { CueDto, ShowStateDto } from '@manyhalls/contracts';
import type { CallerDeed } from './caller-keys';
import { previousCue } from './previous-cue';
import { useEditing, type Editing } from './editing/use-editing';
import { presentTake } from './rundown-state';
import { useRundown } from './RundownRoom';
import { useSelection, type Selection } from './use-selection';
import { useTaking, type Taking } from './use-taking';

/** What is asked, or written, in a dialog. */
export type CallerDialog =
  /** A cue in place of the take that is on programme when it is asked. */
  | { deed: 'jump' | 'back'; cue: CueDto; afterTakeId: string | null }
  /** A cue as it is when the form opens, or `null` and what a new one comes after. */
  | { deed: 'write'; cue: CueDto | null; afterCueId: string | null }
  | { deed: 'help' };

export interface Caller {
  selection: Selection;
  taking: Taking;
  editing: Editing;
  dialog: CallerDialog | null;
  close: () => void;
  possible: (deed: CallerDeed) => boolean;
  /** Does nothing while it is not possible. */
  do: (deed: CallerDeed) => void;
}

/** Everything a show caller can do, by key or by button. */
export function useCaller({ show }: { show: ShowStateDto }): Caller {
  const { state } = useRundown();
  const { standbyCueId } = state;
  const editing = useEditing();
  const selection = useSelection(editing.cues, standbyCueId);
  const taking = useTaking();
  const [dialog, setDialog] = useState<CallerDialog | null>(null);
  const running = runs(show.status);
  const present = presentTake(state);
  const before = previousCue(state);
  const { cue } = selection;
  /** What everybody sees is neither taken again nor taken out of the plan. */
  const free = cue !== undefined && cue.id !== present?.cueId;
  const ready = free && running && !cue.skipped;
  const place = cue ? editing.cues.indexOf(cue) : -1;
  const write = (written: CueDto | null, afterCueId: string | null) =>
    setDialog({ deed: 'write', cue: written, afterCueId });

  const ask = (deed: 'jump' | 'back', asked: CueDto) =>
    setDialog({ deed, cue: asked, afterTakeId: present?.id ?? null });

  /** The selection goes along. */
  const stepped = (moved: CueDto, by: 1 | -1) => {
    selection.select(moved.id);
    editing.step(moved.id, by);
  };
  const deeds: Record<CallerDeed, (() => void) | false | undefined> = {
    go:
      running &&
      standbyCueId !== null &&
      (() => {
        selection.select(null);
        taking.go();
      }),
    down: () => selection.step(1),
    up: () => selection.step(-1),
    standby: ready && cue.id !== standbyCueId && (() => taking.standBy(cue.id)),
    hold: running && present && taking.toggleHold,
    back: running && before && (() => ask('back', before)),
    jump: ready && (() => ask('jump', cue)),
    skip: running && standbyCueId !== null && taking.skipNext,
    'leave-out': free && (() => editing.leaveOut(cue)),
    insert: running && (() => write(null, present?.cueId ?? null)),
    add: state.loaded && (() => write(null, cue?.id ?? null)),
    edit: cue && (() => write(cue, null)),
    'move-down': cue && place < editing.cues.length - 1 && (() => stepped(cue, 1)),
    'move-up': cue && place > 0 && (() => stepped(cue, -1)),
    remove: free && (() => editing.remove(cue)),
    help: () => setDialog({ deed: 'help' }),
  };
  return {
    selection,
    taking,
    editing,
    dialog,
    close: () => setDialog(null),
    possible: (deed) => Boolean(deeds[deed]),
    do: (deed) => {
      const act = deeds[deed];
      if (act) act();
    },
  };
}
