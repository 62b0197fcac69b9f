import type { CrewQuestionDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import classes from './DeskActions.module.css';
import { DeskButton } from './DeskButton';
import type { DeskDeed } from './desk-keys';
import { stepsFor } from './desk-steps';
import type { Desk } from './use-desk';

/** All that can be done with the selected question now. */
export function DeskActions({
  question,
  desk,
  participantId,
  onDeed,
}: {
  question: CrewQuestionDto;
  desk: Desk;
  participantId: string;
  onDeed: (deed: DeskDeed) => void;
}) {
  const { t } = useTranslation('moderate');
  const steps = stepsFor(question, participantId);
  const others = desk.marked.filter((id) => id !== question.id).length;
  return (
    <div className={classes.actions}>
      <div className={classes.line} role="group" aria-label={t('steps')}>
        {steps.map((step, index) => (
          <DeskButton
            key={step}
            deed={step}
            size="sm"
            disabled={desk.busy}
            {...(index === 0 && { variant: 'filled' })}
            onClick={() => onDeed(step)}
          />
        ))}
      </div>
      {!question.mergedIntoId && (
        <div className={classes.line} role="group" aria-label={t('more')}>
          <DeskButton deed="edit" onClick={() => onDeed('edit')} />
          <DeskButton deed="translate" onClick={() => onDeed('translate')} />
          <DeskButton deed="assign" onClick={() => onDeed('assign')} />
          {question.state === 'approved' && (
            <>
              <DeskButton deed="move-up" onClick={() => onDeed('move-up')} />
              <DeskButton deed="move-down" onClick={() => onDeed('move-down')} />
            </>
          )}
          <DeskButton
            deed="mark"
            aria-pressed={desk.marked.includes(question.id)}
            onClick={() => onDeed('mark')}
          />
          {others > 0 && <DeskButton deed="merge" disabled={desk.busy} onClick={() => onDeed('merge')} />}
        </div>
      )}
    </div>
  );
}
