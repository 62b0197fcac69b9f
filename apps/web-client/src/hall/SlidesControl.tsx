import { Button, Group, Text } from '@mantine/core';
import { IconBroadcast, IconPresentation, IconPresentationOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FeedDto } from '@manyhalls/contracts';
import { TileState } from '../media/TileState';
import classes from './Devices.module.css';
import type { Hall } from './use-hall';

/** Slides or a screen as the hall's second feed, with a green room of its own: a wrong window is seen before it is on air. */
export function SlidesControl({ hall, feed }: { hall: Hall; feed: FeedDto | undefined }) {
  const { t } = useTranslation('hall');
  if (!('getDisplayMedia' in navigator.mediaDevices)) return null;
  return (
    <section className={classes.panel} aria-label={t('slides.title')}>
      <Group justify="space-between" mb={feed ? 'sm' : 0}>
        <Text fw={600}>{t('slides.title')}</Text>
        {feed && <TileState feed={feed} />}
      </Group>
      {!hall.slides ? (
        <Button
          variant="default"
          mt="sm"
          leftSection={<IconPresentation size={20} aria-hidden />}
          onClick={hall.shareSlides}
        >
          {t('slides.share')}
        </Button>
      ) : (
        <Group>
          {feed?.state === 'green-room' && (
            <Button
              color="red.6"
              loading={hall.busy}
              leftSection={<IconBroadcast size={20} aria-hidden />}
              onClick={() => hall.setOnAir('slides', true)}
            >
              {t('slides.onAir')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconPresentationOff size={20} aria-hidden />}
            onClick={hall.stopSlides}
          >
            {t('slides.stop')}
          </Button>
        </Group>
      )}
    </section>
  );
}
