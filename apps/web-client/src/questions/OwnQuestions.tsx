import type { OwnQuestionDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { useAnnouncedChange } from '../live/Announcer';
import classes from './OwnQuestions.module.css';
import type { QuestionsState } from './question-state';
import { QuestionStateMark, questionStanding } from './QuestionStateMark';

/** What the reader has asked, newest first, and what became of it. */
export function OwnQuestions({ title, state: { own, questions } }: { title: string; state: QuestionsState }) {
  const newestFirst = Object.values(own).sort((one, other) => other.number - one.number);
  if (newestFirst.length === 0) return null;
  return (
    <section className={classes.own}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>
        {newestFirst.map((question) => (
          <Own
            key={question.id}
            question={question}
            into={question.mergedIntoId ? questions[question.mergedIntoId]?.text : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

function Own({ question, into }: { question: OwnQuestionDto; into: string | undefined }) {
  const { t } = useTranslation('questions');
  const standing = questionStanding(question);
  const state = t(`own.state.${standing}`);
  useAnnouncedChange(t('own.announced', { state }));
  return (
    <li className={classes.item}>
      <p lang={languageTags[question.language]} className={classes.text}>
        {question.text}
      </p>
      <p className={classes.state}>
        <QuestionStateMark standing={standing}>{state}</QuestionStateMark>
      </p>
      {into && <p className={classes.more}>{t('own.mergedInto', { text: into })}</p>}
      {question.state === 'rejected' && question.rejectionReason && (
        <p className={classes.more}>
          {t('own.reason')} {question.rejectionReason}
        </p>
      )}
    </li>
  );
}
