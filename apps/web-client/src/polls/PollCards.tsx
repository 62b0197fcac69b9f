import { useTranslation } from 'react-i18next';
import classes from './PollCards.module.css';
import { PollCard } from './PollCard';
import { pollsOf } from './poll-state';
import { usePolls } from './PollRoom';

const noAnswer: readonly number[] = [];

/** The polls of a session for its audience: the open one first, then the closed ones, newest first. */
export function PollCards() {
  const { t } = useTranslation('polls');
  const { board, state } = usePolls();
  const polls = pollsOf(state)
    .filter((poll) => poll.state !== 'draft')
    .toSorted(
      (one, other) =>
        Number(other.state === 'open') - Number(one.state === 'open') ||
        other.madeAt.localeCompare(one.madeAt),
    );
  if (polls.length === 0) return null;
  return (
    <section className={classes.polls} aria-label={t('title')}>
      <h3 className={classes.heading}>{t('title')}</h3>
      <ul className={classes.list}>
        {polls.map((poll) => (
          <PollCard key={poll.id} poll={poll} own={state.answers[poll.id] ?? noAnswer} board={board} />
        ))}
      </ul>
    </section>
  );
}
