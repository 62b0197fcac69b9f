import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBroadcast,
  IconDoorEnter,
  IconDoorExit,
  IconMicrophone,
  IconMicrophoneOff,
  IconPlayerStop,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { FeedDto } from '@manyhalls/contracts';
import classes from './AirControls.module.css';
import type { Standing } from './standing';
import type { Hall } from './use-hall';

/** The way into the green room, on air and back. */
export function AirControls({
  hall,
  feed,
  standing,
}: {
  hall: Hall;
  feed: FeedDto | undefined;
  standing: Standing;
}) {
  const { t } = useTranslation('hall');
  const [confirming, confirm] = useDisclosure();
  const captured = useStore(hall.capture.store, ({ tracks }) => Boolean(tracks.audio ?? tracks.video));
  const hasSound = useStore(hall.capture.store, ({ tracks }) => Boolean(tracks.audio));
  const muted = hall.camera?.muted.audio ?? false;
  if (!captured) return null;

  if (!feed)
    return (
      <Group>
        <Button
          size="lg"
          loading={hall.busy || hall.camera !== undefined}
          leftSection={<IconDoorEnter size={22} aria-hidden />}
          onClick={hall.enterGreenRoom}
        >
          {t('enterGreenRoom')}
        </Button>
        <Text size="sm" c="dimmed" className={classes.hint}>
          {t('hint.not-sent')}
        </Text>
      </Group>
    );

  const onAir = standing !== 'green-room';
  return (
    <>
      <Group>
        {onAir ? (
          <Button
            size="lg"
            variant="outline"
            color="red"
            loading={hall.busy}
            leftSection={<IconPlayerStop size={22} aria-hidden />}
            onClick={confirm.open}
          >
            {t('leaveAir')}
          </Button>
        ) : (
          <Button
            size="lg"
            color="red.6"
            loading={hall.busy}
            leftSection={<IconBroadcast size={22} aria-hidden />}
            onClick={() => hall.setOnAir('camera', true)}
          >
            {t('goOnAir')}
          </Button>
        )}
        {hasSound && (
          <Button
            size="lg"
            variant={muted ? 'filled' : 'default'}
            color="brass.3"
            aria-pressed={muted}
            leftSection={
              muted ? <IconMicrophoneOff size={22} aria-hidden /> : <IconMicrophone size={22} aria-hidden />
            }
            onClick={() => hall.setMuted(!muted)}
          >
            {t('mute')}
          </Button>
        )}
        {!onAir && (
          <Button
            size="lg"
            variant="subtle"
            color="gray"
            leftSection={<IconDoorExit size={22} aria-hidden />}
            onClick={hall.leaveGreenRoom}
          >
            {t('leaveGreenRoom')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t(`hint.${standing}`)}
      </Text>
      <Modal
        opened={confirming}
        onClose={confirm.close}
        title={t('leaveAirTitle')}
        closeButtonProps={{ 'aria-label': t('stayOnAir') }}
      >
        <Text>{t('leaveAirText')}</Text>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={confirm.close} data-autofocus>
            {t('stayOnAir')}
          </Button>
          <Button
            color="red.6"
            onClick={() => {
              confirm.close();
              hall.setOnAir('camera', false);
            }}
          >
            {t('leaveAir')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
