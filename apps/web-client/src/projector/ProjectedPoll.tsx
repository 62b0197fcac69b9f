import type { PollDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { PollResults } from '../polls/PollResults';
import classes from './ProjectedPoll.module.css';

/** The poll for the people in the hall, with its results only while everybody is shown them. */
export function ProjectedPoll({ poll }: { poll: PollDto }) {
  const { t } = useTranslation('polls');
  return (
    <section className={classes.poll} aria-label={t('title')}>
      <Localized text={poll.question} as="p" className={classes.question} />
      {poll.resultsShown && poll.tally ? (
        <PollResults poll={poll} tally={poll.tally} />
      ) : (
        <ul className={classes.options}>
          {poll.options.map(({ text }, option) => (
            <li key={option}>
              <Localized text={text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
