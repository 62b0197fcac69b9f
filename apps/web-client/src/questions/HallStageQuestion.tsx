import { Button, Kbd } from '@mantine/core';
import type { StageQuestionDto, VenueDto } from '@manyhalls/contracts';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './HallStageQuestion.module.css';
import { StageQuestion } from './StageQuestion';
import { useProjector } from './use-projector';

/** The question on stage for the people in the hall: beside the other halls, or alone on the projector. */
export function HallStageQuestion({
  question,
  venues,
}: {
  question: StageQuestionDto | null;
  venues: readonly VenueDto[];
}) {
  const { t } = useTranslation('questions');
  const { wanted, filled, putAside, fill, stop } = useProjector(question?.questionId ?? null);
  return (
    <>
      <div
        className={classes.screen}
        data-filled={filled || undefined}
        data-empty={(!question && !filled) || undefined}
      >
        <StageQuestion question={question} venues={venues} alone />
        {filled ? (
          <Button
            size="xs"
            variant="default"
            className={classes.full}
            leftSection={<IconMinimize size={16} aria-hidden />}
            rightSection={<Kbd aria-hidden>h</Kbd>}
            onClick={putAside}
          >
            {t('stage.putAside')}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            className={classes.full}
            leftSection={<IconMaximize size={16} aria-hidden />}
            onClick={fill}
          >
            {t('stage.fullScreen')}
          </Button>
        )}
      </div>
      {wanted && !filled && (
        <p className={classes.aside}>
          {t('stage.aside')}
          <Button size="compact-sm" variant="default" onClick={stop}>
            {t('stage.leaveFullScreen')}
          </Button>
        </p>
      )}
    </>
  );
}
