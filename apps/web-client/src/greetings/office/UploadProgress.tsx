import { Button, Progress, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language';
import { writeBytes } from '../amounts';
import { StateMark, type Shape, type Tone } from '../../app/StateMark';
import classes from './FileCard.module.css';
import type { Sending, UploadControls } from './use-upload';

const marks: Record<Sending['phase'], { tone: Tone; shape: Shape }> = {
  sending: { tone: 'good', shape: 'disc' },
  paused: { tone: 'quiet', shape: 'square' },
  waiting: { tone: 'attention', shape: 'triangle' },
};

/** How far the file is, in words and figures, and how to pause it. */
export function UploadProgress({ sending, controls }: { sending: Sending; controls: UploadControls }) {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const { phase, name, sent, total, speed } = sending;
  const share = Math.floor((sent / Math.max(1, total)) * 100);
  const minutes = speed > 0 ? Math.ceil((total - sent) / speed / 60_000) : null;
  return (
    <>
      <div role="status" className={classes.state}>
        <StateMark {...marks[phase]}>{t(`sending.${phase}`)}</StateMark>
        <Text className={classes.name}>{name}</Text>
      </div>
      <Progress.Root size="xl">
        <Progress.Section value={share} aria-label={t('sending.share', { share })} />
      </Progress.Root>
      <div className={classes.figures}>
        <span>
          {t('sending.amount', {
            share,
            sent: writeBytes(sent, language),
            total: writeBytes(total, language),
          })}
        </span>
        {phase === 'sending' && minutes !== null && <span>{t('sending.left', { count: minutes })}</span>}
      </div>
      <Text size="sm" c="dimmed">
        {t(`sending.${phase}Text`)}
      </Text>
      <div className={classes.buttons}>
        {phase === 'paused' ? (
          <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={controls.resume}>
            {t('sending.resume')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={18} aria-hidden />}
            onClick={controls.pause}
          >
            {t('sending.pause')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => void controls.giveUp()}>
          {t('sending.giveUp')}
        </Button>
      </div>
    </>
  );
}
