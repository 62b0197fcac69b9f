import { isVotable } from '@manyhalls/domain';
import { IconArrowBigUp, IconArrowBigUpFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { useAudienceMay } from '../live/use-audience-may';
import { shownVote, type KnownQuestion, type QuestionsState } from './question-state';
import classes from './VoteButton.module.css';

/** Votes for a question, or takes the vote back; a bare count where votes do not count any more. */
export function VoteButton({
  question,
  state,
  onVote,
}: {
  question: KnownQuestion;
  state: QuestionsState;
  onVote: (on: boolean) => void;
}) {
  const { t } = useTranslation('questions');
  const language = useLanguage();
  const { on, votes } = shownVote(state, question);
  const open = useAudienceMay('vote');
  if (!open || !isVotable(question.state))
    return <span className={classes.closed}>{t('vote.closed', { count: votes })}</span>;
  return (
    <button
      type="button"
      className={classes.vote}
      aria-pressed={on}
      aria-label={t('vote.label', { count: votes })}
      onClick={() => onVote(!on)}
    >
      {on ? <IconArrowBigUpFilled size={20} aria-hidden /> : <IconArrowBigUp size={20} aria-hidden />}
      {votes.toLocaleString(language)}
    </button>
  );
}
