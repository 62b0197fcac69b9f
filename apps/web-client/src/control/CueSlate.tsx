import type { CueDto } from '@manyhalls/contracts';
import { Localized } from '../i18n/Localized';
import classes from './CueSlate.module.css';

/** Words in place of a picture: what the cue is, and whose. */
export function CueSlate({ cue }: { cue: Pick<CueDto, 'title' | 'speakers'> }) {
  return (
    <div className={classes.slate}>
      <Localized as="p" className={classes.title} text={cue.title} />
      {cue.speakers.map((speaker, index) => (
        <Localized key={index} as="p" className={classes.speaker} text={speaker.name} />
      ))}
    </div>
  );
}
