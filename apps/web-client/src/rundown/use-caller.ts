import { useState } from 'react';
import { runs } from '@manyhalls/domain';
import type { CueDto, ShowStateDto } from '@manyhalls/contracts';
import type { CallerDeed } from './caller-keys';
import { previousCue } from './previous-cue';
import { presentTake } from './rundown-state';
import { useRundown } from './RundownRoom';
import { useSelection, type Selection } from './use-selection';
import { useTaking, type Taking } from './use-taking';

/** What is asked, or written, in a dialog. */
export type CallerDialog = { deed: 'jump' | 'back'; cue: CueDto } | { deed: 'help' };

export interface Caller {
  selection: Selection;
  taking: Taking;
  dialog: CallerDialog | null;
  close: () => void;
  possible: (deed: CallerDeed) => boolean;
  /** Does nothing while it is not possible. */
  do: (deed: CallerDeed) => void;
}

/** Everything a show caller can do, by key or by button. */
export function useCaller(show: ShowStateDto): Caller {
  const { state } = useRundown();
  const { cues, standbyCueId } = state;
  const selection = useSelection(cues, standbyCueId);
  const taking = useTaking();
  const [dialog, setDialog] = useState<CallerDialog | null>(null);
  const running = runs(show.status);
  const present = presentTake(state);
  const before = previousCue(state);
  const { cue } = selection;
  const selectedIsFree = cue !== undefined && !cue.skipped && cue.id !== present?.cueId;

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
    standby: running && selectedIsFree && cue.id !== standbyCueId && (() => taking.standBy(cue.id)),
    hold: running && present && taking.toggleHold,
    back: running && before && (() => setDialog({ deed: 'back', cue: before })),
    jump: running && selectedIsFree && (() => setDialog({ deed: 'jump', cue })),
    skip: running && standbyCueId !== null && taking.skipNext,
    'leave-out': undefined,
    insert: undefined,
    add: undefined,
    edit: undefined,
    'move-down': undefined,
    'move-up': undefined,
    remove: undefined,
    help: () => setDialog({ deed: 'help' }),
  };
  return {
    selection,
    taking,
    dialog,
    close: () => setDialog(null),
    possible: (deed) => Boolean(deeds[deed]),
    do: (deed) => {
      const act = deeds[deed];
      if (act) act();
    },
  };
}
