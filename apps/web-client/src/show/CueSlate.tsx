import type { LiveEventDto, ShowStateDto } from '@manyhalls/contracts';
import { Localized } from '../i18n/Localized';
import classes from './CueSlate.module.css';

/** What stands in for the picture of a cue that has none: what it is, and of which event. */
export function CueSlate({ event, show }: { event: LiveEventDto; show: ShowStateDto }) {
  return (
    <div className={classes.place}>
      <div className={classes.slate}>
        <Localized as="p" text={event.title} className={classes.event} />
        <Localized as="p" text={show.cue?.title} className={classes.title} />
      </div>
    </div>
  );
}
