import type { CueSpeakerDto } from '@manyhalls/contracts';
import { Localized } from '../i18n/Localized';
import classes from './SpeakerNames.module.css';

/** Names in order of precedence, each with title and institution. */
export function SpeakerNames({ speakers }: { speakers: readonly CueSpeakerDto[] }) {
  return (
    <ul className={classes.speakers}>
      {speakers.map(({ name, title, institution }, index) => (
        <li key={index}>
          <Localized text={name} className={classes.name} />
          {(title ?? institution) && (
            <span className={classes.about}>
              {title && <Localized text={title} />}
              {title && institution && ' · '}
              {institution && <Localized text={institution} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
