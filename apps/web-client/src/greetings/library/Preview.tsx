import { Skeleton, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api/use-loaded';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeMoment } from '../../i18n/times';
import { RetryLine } from '../../organise/RetryLine';
import { writeBytes, writeSeconds } from '../amounts';
import type { PartProps } from './part-props';
import classes from './GreetingDrawer.module.css';

/** What would be played, to be watched before it is approved. */
export function Preview({
  greeting,
  api,
  player,
}: Omit<PartProps, 'onChange'> & { player: RefObject<HTMLVideoElement | null> }) {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const { file, original, previewPath } = greeting;
  const { fault, loading, reload } = useLoaded(previewPath ?? '', async () => {
    if (previewPath) await api.watch(greeting.id);
    return true;
  });
  return (
    <section className={classes.part}>
      {!previewPath && <Text className={classes.empty}>{t('library.noFile')}</Text>}
      {previewPath && fault && <RetryLine fault={fault} onRetry={reload} />}
      {previewPath && loading && <Skeleton className={classes.video} />}
      {previewPath && !loading && !fault && (
        <video
          key={previewPath}
          ref={player}
          className={classes.video}
          src={previewPath}
          controls
          playsInline
          preload="metadata"
          aria-label={t('library.preview')}
        />
      )}
      <Text size="sm" c="dimmed" className={classes.facts}>
        {file &&
          t('library.facts', {
            length: writeSeconds(file.lengthSeconds),
            width: file.width,
            height: file.height,
            size: writeBytes(file.bytes, language),
          })}
        {original && (
          <span>
            {t('library.sent', {
              name: original.name,
              size: writeBytes(original.bytes, language),
              moment: writeMoment(new Date(original.uploadedAt), viewerZone(), language),
            })}
          </span>
        )}
        {file && <span>{t('library.checksum', { sha: file.sha256.slice(0, 16) })}</span>}
      </Text>
    </section>
  );
}
