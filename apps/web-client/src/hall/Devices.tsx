import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { microphonePlaces } from '@manyhalls/contracts/feed/feed-state';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import classes from './Devices.module.css';
import type { Hall } from './use-hall';

/** Camera, microphone, and where the microphone is; also to be changed while on air. */
export function Devices({ hall: { capture, changeDevices } }: { hall: Hall }) {
  const { t } = useTranslation('hall');
  const { choice, tracks, devices, opening } = useStore(capture.store);
  const of = (kind: MediaDeviceKind) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId)
      .map(({ deviceId, label }, index) => ({
        value: deviceId,
        label: label || t('devices.unnamed', { number: index + 1 }),
      }));

  if (!tracks.audio && !tracks.video)
    return (
      <section className={classes.panel}>
        <Text mb="md">{t('devices.explain')}</Text>
        <Button
          size="lg"
          loading={opening}
          leftSection={<IconVideo size={22} aria-hidden />}
          onClick={() => void capture.open()}
        >
          {t('devices.open')}
        </Button>
      </section>
    );
  return (
    <section className={classes.panel} aria-label={t('devices.title')}>
      <Stack gap="md">
        <Group grow align="start">
          <Select
            label={t('devices.camera')}
            data={of('videoinput')}
            value={choice.camera || null}
            onChange={(camera) => camera && changeDevices({ camera })}
          />
          <Select
            label={t('devices.microphone')}
            data={of('audioinput')}
            value={choice.microphone || null}
            onChange={(microphone) => microphone && changeDevices({ microphone })}
          />
        </Group>
        <Radio.Group
          label={t('devices.place')}
          value={choice.place}
          onChange={(value) => {
            const place = microphonePlaces.find((known) => known === value);
            if (place) changeDevices({ place });
          }}
        >
          <Stack gap="xs" mt="xs">
            {microphonePlaces.map((place) => (
              <Radio
                key={place}
                value={place}
                label={t(`devices.places.${place}`)}
                description={t(`devices.placesHint.${place}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </section>
  );
}
