import { Alert } from '@mantine/core';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import classes from './DeskTrouble.module.css';
import type { Desk } from './use-desk';

/** Why the last deed was not done; after a conflict, how the question stands now and who was faster. */
export function DeskTrouble({ desk, participantId }: { desk: Desk; participantId: string }) {
  const { t } = useTranslation('moderate');
  const words = useFaultWords();
  if (!desk.trouble) return null;
  const { fault, questionId } = desk.trouble;
  const question = desk.find(questionId);
  const state = question && t(`state.${question.state}`);
  const by = question?.claimedBy;
  return (
    <Alert role="alert" color="brass">
      {fault.code !== 'conflict' || !state
        ? words(fault)
        : by && by.participantId !== participantId
          ? t('conflict.by', { name: by.displayName, state })
          : t('conflict.now', { state })}
      {question && (
        <q lang={languageTags[question.language]} className={classes.question}>
          {question.text}
        </q>
      )}
    </Alert>
  );
}
