import { Button } from '@mantine/core';
import { useFullscreenElement } from '@mantine/hooks';
import type { StageQuestionDto, VenueDto } from '@manyhalls/contracts';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './HallStageQuestion.module.css';
import { StageQuestion } from './StageQuestion';

/** The question on stage for the people in the hall: beside the other halls, or alone on the projector. */
export function HallStageQuestion({
  question,
  venues,
}: {
  question: StageQuestionDto | null;
  venues: readonly VenueDto[];
}) {
  const { t } = useTranslation('questions');
  const { ref, toggle, fullscreen } = useFullscreenElement();
  return (
    <div ref={ref} className={classes.screen} data-empty={!question || undefined}>
      <StageQuestion question={question} venues={venues} alone />
      {document.fullscreenEnabled && (
        <Button
          size="xs"
          variant="default"
          className={classes.full}
          leftSection={
            fullscreen ? <IconMinimize size={16} aria-hidden /> : <IconMaximize size={16} aria-hidden />
          }
          onClick={() => void toggle()}
        >
          {t(fullscreen ? 'stage.leaveFullScreen' : 'stage.fullScreen')}
        </Button>
      )}
    </div>
  );
}
