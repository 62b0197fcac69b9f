import type { PollDto, PollTallyDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import classes from './PollResults.module.css';

/** How many chose what: in figures, and as bars for those who see them. */
export function PollResults({
  poll,
  tally,
  own = [],
}: {
  poll: PollDto;
  tally: PollTallyDto;
  /** What the reader has chosen. */
  own?: readonly number[];
}) {
  const { t } = useTranslation('polls');
  const language = useLanguage();
  const write = (count: number) => count.toLocaleString(language);
  const share = (count: number) => (tally.people > 0 ? count / tally.people : 0);
  return (
    <div>
      <ul className={classes.results} aria-label={t('results')}>
        {poll.options.map(({ text }, option) => {
          const count = tally.choices[option] ?? 0;
          return (
            <li key={option}>
              <p className={classes.option}>
                <span className={classes.words}>
                  <Localized text={text} />
                  {own.includes(option) && <span className={classes.own}>{t('yours')}</span>}
                </span>
                <span className={classes.figures}>
                  {share(count).toLocaleString(language, { style: 'percent' })} · {write(count)}
                </span>
              </p>
              <svg className={classes.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
                <rect width={share(count) * 100} height="1" fill="currentColor" />
              </svg>
            </li>
          );
        })}
      </ul>
      <p className={classes.people}>{t('people', { count: tally.people, written: write(tally.people) })}</p>
    </div>
  );
}
