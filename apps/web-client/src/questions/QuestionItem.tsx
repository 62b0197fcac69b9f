import type { VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import classes from './QuestionItem.module.css';
import type { KnownQuestion, QuestionsState } from './question-state';
import { QuestionStateMark } from './QuestionStateMark';
import { QuestionText } from './QuestionText';
import { useAsker } from './use-asker';
import { VoteButton } from './VoteButton';

/** One question as the audience sees it. */
export function QuestionItem({
  question,
  state,
  venues,
  onVote,
}: {
  question: KnownQuestion;
  state: QuestionsState;
  venues: readonly VenueDto[];
  onVote: (on: boolean) => void;
}) {
  const { t } = useTranslation('questions');
  const asker = useAsker(venues);
  return (
    <li className={classes.item} data-on-stage={question.state === 'on-stage' || undefined}>
      {(question.state === 'on-stage' || question.state === 'answered') && (
        <QuestionStateMark standing={question.state}>
          {t(question.state === 'on-stage' ? 'list.onStage' : 'list.answered')}
        </QuestionStateMark>
      )}
      <QuestionText question={question} />
      {question.answer && (
        <div className={classes.answer}>
          <p className={classes.answerTitle}>{t('list.answer')}</p>
          <p className={classes.answerText}>{question.answer}</p>
        </div>
      )}
      <div className={classes.foot}>
        <p className={classes.asker}>
          {asker(question)}
          {question.assignedTo && (
            <span className={classes.assigned}>{t('assigned', { name: question.assignedTo })}</span>
          )}
        </p>
        <VoteButton question={question} state={state} onVote={onVote} />
      </div>
    </li>
  );
}
