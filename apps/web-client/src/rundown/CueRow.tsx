import type { CueTimes } from '@manyhalls/domain';
import type { CueDto } from '@manyhalls/contracts';
import { useSortable } from '@dnd-kit/sortable';
import { useEffect, useRef } from 'react';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Localized, useLocalize } from '../i18n/Localized';
import { writeDuration } from '../live/duration';
import classes from './RundownList.module.css';
import { CueStanding } from './CueStanding';
import { CueStart } from './CueStart';
import { CueTypeMark } from './CueTypeMark';

interface CueRowProps {
  cue: CueDto;
  number: number;
  times: CueTimes;
  timeZone: string;
  standby: boolean;
  held: boolean;
  /** See `CueStanding`. */
  lost: boolean;
  selected: boolean;
  onSelect: () => void;
}

/** One cue of the rundown. Its border is its tally: red on programme, green on standby. */
export function CueRow({
  cue,
  number,
  times,
  timeZone,
  standby,
  held,
  lost,
  selected,
  onSelect,
}: CueRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('rundown');
  const title = useLocalize()(cue.title);
  const sortable = useSortable({ id: cue.id });
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = sortable;
  const present = times.state === 'current';
  // The focus goes along, so that a screen reader reads what the keys select.
  useEffect(() => {
    if (!selected) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.closest(`.${classes.list}`)) row.current?.focus();
  }, [selected]);
  return (
    <div
      ref={(element) => {
        row.current = element;
        setNodeRef(element);
      }}
      style={styleOf(sortable)}
      data-dragged={isDragging || undefined}
      role="row"
      aria-rowindex={number + 1}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      className={`${classes.columns} ${classes.row}`}
      data-tally={present ? 'programme' : standby ? 'next' : undefined}
      data-state={times.state}
      onClick={onSelect}
      onFocus={onSelect}
    >
      <span role="gridcell" className={classes.number}>
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={classes.handle}
          {...listeners}
          aria-label={t('drag.handle', { number, title })}
          aria-describedby={attributes['aria-describedby']}
          tabIndex={selected ? 0 : -1}
        >
          <IconGripVertical size={16} aria-hidden />
        </button>
        {number}
      </span>
      <span role="gridcell" className={classes.type}>
        <CueTypeMark type={cue.type} />
      </span>
      <span role="gridcell" className={classes.what}>
        <Localized text={cue.title} className={classes.title} />
        {cue.speakers.length > 0 && (
          <span className={classes.speakers}>
            {cue.speakers.map((speaker, index) => (
              <Localized key={index} text={speaker.name} />
            ))}
          </span>
        )}
        {cue.notes && <span className={classes.notes}>{cue.notes}</span>}
      </span>
      <span role="gridcell" className={classes.start}>
        <CueStart times={times} hard={cue.startsAt !== null} timeZone={timeZone} />
      </span>
      <span role="gridcell" className={classes.length}>
        {writeDuration(cue.lengthSeconds * 1_000)}
      </span>
      <span role="gridcell" className={classes.standing}>
        <CueStanding cue={cue} times={times} standby={standby} held={held} lost={lost} />
      </span>
    </div>
  );
}

/** While it is dragged, a row only moves up and down. */
function styleOf({ transform, transition }: ReturnType<typeof useSortable>) {
  return {
    transform: transform ? `translateY(${Math.round(transform.y)}px)` : undefined,
    transition,
  };
}
