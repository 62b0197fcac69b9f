import type { ShownCueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import classes from './CueLine.module.css';
import { SpeakerNames } from './SpeakerNames';

/** So many speakers are named in the line itself. */
const inLine = 2;

/** What is on programme and who speaks, for as long as the cue lasts. */
export function CueLine({ cue }: { cue: ShownCueDto }) {
  const { t } = useTranslation('show');
  const { title, speakers } = cue;
  return (
    <section className={classes.line} aria-label={t('cue')}>
      <Localized as="p" text={title} className={classes.title} />
      {speakers.length <= inLine ? (
        <SpeakerNames speakers={speakers} />
      ) : (
        <details>
          <summary>{t('speakers', { count: speakers.length })}</summary>
          <SpeakerNames speakers={speakers} />
        </details>
      )}
    </section>
  );
}
