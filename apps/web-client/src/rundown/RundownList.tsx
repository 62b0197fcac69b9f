import type { SessionDto, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../i18n/Localized';
import { viewerZone } from '../i18n/times';
import { CueRow } from './CueRow';
import classes from './RundownList.module.css';
import { CueSorting } from './editing/CueSorting';
import type { Editing } from './editing/use-editing';
import { presentTake } from './rundown-state';
import { useRundown, useRundownTimes } from './RundownRoom';
import type { Selection } from './use-selection';

/** All cues in order, with their times; one is selected, and has the focus when the list has it. */
export function RundownList({
  session,
  venues,
  selection,
  editing,
}: {
  session: SessionDto;
  /** Those that take part; times are those of the first. */
  venues: readonly VenueDto[];
  selection: Selection;
  editing: Editing;
}) {
  const { t } = useTranslation('rundown');
  const localize = useLocalize();
  const { state } = useRundown();
  const times = useRundownTimes(session);
  const { cues } = editing;
  const [first] = venues;
  const take = presentTake(state);
  const city = localize(first?.city);
  return (
    <CueSorting editing={editing}>
      <div role="grid" aria-label={t('title')} aria-rowcount={cues.length + 1} className={classes.list}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.columns}>
            {(['number', 'type', 'what', 'start', 'length', 'standing'] as const).map((column) => (
              <span key={column} role="columnheader" data-column={column}>
                {t(`column.${column}`, { city })}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {cues.map((cue, index) => {
            const cueTimes = times.cues.find(({ cueId }) => cueId === cue.id);
            return (
              cueTimes && (
                <CueRow
                  key={cue.id}
                  cue={cue}
                  number={index + 1}
                  times={cueTimes}
                  timeZone={first?.timeZone ?? viewerZone()}
                  standby={cue.id === state.standbyCueId}
                  held={cue.id === take?.cueId && take.heldSince !== null}
                  lost={cue.picks.some(({ venueId }) => !venues.some(({ id }) => id === venueId))}
                  selected={cue.id === selection.cue?.id}
                  onSelect={() => selection.select(cue.id)}
                />
              )
            );
          })}
        </div>
      </div>
    </CueSorting>
  );
}
