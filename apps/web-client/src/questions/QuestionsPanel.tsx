import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault } from '../api/faults';
import { useNotice } from '../app/use-notice';
import type { LivePageContent } from '../live/LivePage';
import { useAudienceMay } from '../live/use-audience-may';
import { AskForm } from './AskForm';
import { OwnQuestions } from './OwnQuestions';
import { QuestionItem } from './QuestionItem';
import classes from './QuestionsPanel.module.css';
import { sortQuestions, type QuestionOrder } from './sort-questions';
import { useQuestionFault } from './use-question-fault';
import { useQuestions } from './use-questions';

/** The questions of a session for its audience: ask, see what became of the own ones, vote for others. */
export function QuestionsPanel({ event, session }: Pick<LivePageContent, 'event' | 'session'>) {
  const { t } = useTranslation('questions');
  const { board, state } = useQuestions();
  const notice = useNotice();
  const words = useQuestionFault();
  const { t: tErrors } = useTranslation('errors');
  const mayAsk = useAudienceMay('ask');
  const [asking, setAsking] = useState(false);
  const [order, setOrder] = useState<QuestionOrder>('votes');
  const questions = sortQuestions(Object.values(state.questions), order);

  const vote = (questionId: string, on: boolean) =>
    void board.vote(questionId, on).catch((error: unknown) => {
      const fault = asFault(error);
      notice(fault.code === 'conflict' ? t('fault.closed') : words(fault), 'danger');
    });

  return (
    <div className={classes.panel}>
      {!mayAsk ? (
        <Text c="dimmed">{tErrors('session-ended')}</Text>
      ) : asking ? (
        <AskForm board={board} event={event} sessionId={session.id} />
      ) : (
        <Button
          leftSection={<IconMessageQuestion size={20} aria-hidden />}
          fullWidth
          onClick={() => setAsking(true)}
        >
          {t('ask.open')}
        </Button>
      )}
      <OwnQuestions title={t('own.title')} state={state} />
      <section>
        <header className={classes.head}>
          <h3 className={classes.heading}>{t('list.title')}</h3>
          <SegmentedControl
            aria-label={t('list.sort')}
            size="xs"
            value={order}
            onChange={setOrder}
            data={[
              { value: 'votes', label: t('list.votes') },
              { value: 'time', label: t('list.time') },
            ]}
          />
        </header>
        {!state.loaded ? (
          <Text c="dimmed" py="md">
            {t('list.loading')}
          </Text>
        ) : questions.length === 0 ? (
          <Text c="dimmed" py="md">
            {t('list.none')}
            <br />
            {mayAsk && t('list.noneText')}
          </Text>
        ) : (
          <ul className={classes.list}>
            {questions.map((question) => (
              <QuestionItem
                key={question.id}
                question={question}
                state={state}
                venues={event.venues}
                onVote={(on) => vote(question.id, on)}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
