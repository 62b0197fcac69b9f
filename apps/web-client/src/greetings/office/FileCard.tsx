import { Alert, Button, FileButton, Progress, Text } from '@mantine/core';
import type { OfficeGreetingDto } from '@manyhalls/contracts';
import { isPlainFileName, maySendFile } from '@manyhalls/domain';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language';
import { writeBytes } from '../amounts';
import { GreetingStateMark } from '../GreetingStateMark';
import classes from './FileCard.module.css';
import { LeaveWarning } from './LeaveWarning';
import { UploadProgress } from './UploadProgress';
import { useUpload } from './use-upload';
import { useUploadWords } from './use-upload-words';

/** The file that the office sends: how it stands, what is wrong with it, and what can be done. */
export function FileCard({ greeting, onChange }: { greeting: OfficeGreetingDto; onChange: () => void }) {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const words = useUploadWords(greeting);
  const { state, upload: unfinished, original, largestFile } = greeting;
  const upload = useUpload(greeting.id, unfinished?.id ?? null, onChange);
  const [unfit, setUnfit] = useState<ReturnType<typeof whyUnfit>>(null);
  const [over, setOver] = useState(false);
  const open = maySendFile(state);

  const take = (file: File | null) => {
    if (!file) return;
    const wrong = whyUnfit(file, largestFile);
    setUnfit(wrong);
    if (!wrong) void upload.start(file);
  };
  const drag = (event: DragEvent, within: boolean) => {
    event.preventDefault();
    setOver(within);
  };
  if (upload.sending)
    return (
      <section className={classes.card}>
        <LeaveWarning />
        <UploadProgress sending={upload.sending} controls={upload} />
      </section>
    );
  return (
    <section
      className={classes.card}
      data-over={over || undefined}
      {...(open && {
        onDragOver: (event: DragEvent) => drag(event, true),
        onDragLeave: (event: DragEvent) => drag(event, false),
        onDrop: (event: DragEvent) => {
          drag(event, false);
          take(event.dataTransfer.files[0] ?? null);
        },
      })}
    >
      <div role="status" className={classes.state}>
        <GreetingStateMark state={state}>{t(`office.state.${state}`)}</GreetingStateMark>
        <Text>{t(`office.next.${state}`)}</Text>
      </div>
      {state === 'processing' && (
        <Progress.Root size="lg">
          <Progress.Section value={greeting.progress} aria-label={t('office.state.processing')} />
        </Progress.Root>
      )}
      {state === 'refused' && greeting.refusal && (
        <Alert
          color="brass"
          icon={<IconAlertTriangle aria-hidden />}
          title={t(`refusal.${greeting.refusal}`)}
        >
          {t(`refusal.${greeting.refusal}-do`, {
            minutes: Math.floor(greeting.longestSeconds / 60),
          })}
        </Alert>
      )}
      {greeting.note && (
        <Alert color="brass" title={t('office.note')}>
          <span className={classes.note}>{greeting.note}</span>
        </Alert>
      )}
      {greeting.previewPath && (
        <video
          key={greeting.previewPath}
          className={classes.video}
          src={greeting.previewPath}
          controls
          playsInline
          preload="metadata"
          aria-label={t('office.preview')}
        />
      )}
      {original && (
        <Text size="sm" c="dimmed" className={classes.name}>
          {t('office.file', { name: original.name, size: writeBytes(original.bytes, language) })}
        </Text>
      )}
      {open && unfinished && (
        <Alert color="gray" title={t('office.unfinished')}>
          {t('office.unfinishedText', {
            name: unfinished.name,
            share: Math.floor((unfinished.offset / Math.max(1, unfinished.bytes)) * 100),
          })}
        </Alert>
      )}
      {(unfit ?? upload.fault) && (
        <Text role="alert" c="var(--mantine-color-error)">
          {unfit ? t(`office.${unfit}`, { size: writeBytes(largestFile, language) }) : words(upload.fault)}
        </Text>
      )}
      {open && (
        <div className={classes.choose}>
          <FileButton onChange={take} accept="video/*,.mkv,.mts" inputProps={{ 'aria-hidden': true }}>
            {(props) => (
              <Button
                {...props}
                size="lg"
                variant={original ? 'default' : 'filled'}
                leftSection={<IconUpload size={20} aria-hidden />}
              >
                {t(original ? 'office.replace' : 'office.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" className={classes.hint}>
            {t('office.drop')}
          </Text>
        </div>
      )}
    </section>
  );
}

/** What can be told before anything is sent. */
function whyUnfit({ name, size }: File, largestFile: number): 'empty' | 'large' | 'name' | null {
  if (size === 0) return 'empty';
  if (size > largestFile) return 'large';
  return isPlainFileName(name) ? null : 'name';
}
