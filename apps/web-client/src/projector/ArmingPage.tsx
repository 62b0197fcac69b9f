import { Button, Container, Radio, Stack, Text, Title } from '@mantine/core';
import { IconDeviceTvOld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SessionStatusMark } from '../app/StateMark';
import { Localized } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { PlainFrame } from '../live/PlainFrame';
import { chooseCountdown, countdowns, useProjectorSettings } from './settings';

/** Before the screen is the hall's: what it will be, and the one click. */
export function ArmingPage({ event, session, show, signIn, onArm }: LivePageContent & { onArm: () => void }) {
  const { t } = useTranslation('projector');
  const { countdown } = useProjectorSettings();
  const venue = event.venues.find(({ id }) => id === signIn.venueId);
  return (
    <PlainFrame>
      <Container size="40rem" py="xl">
        <Stack gap="lg">
          <div>
            <Title order={1}>
              {t('title')}
              {venue && (
                <>
                  {' · '}
                  <Localized text={venue.city} />
                </>
              )}
            </Title>
            <Text mt={4}>
              <Localized text={session.title} /> <SessionStatusMark status={show.status} />
            </Text>
          </div>
          <Text>{t('explain')}</Text>
          <Radio.Group
            label={t('countdown.label')}
            value={countdown}
            onChange={(value) => chooseCountdown(countdowns.find((one) => one === value) ?? 'off')}
          >
            <Stack gap="xs" mt="xs">
              {countdowns.map((one) => (
                <Radio key={one} value={one} label={t(`countdown.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Button
            size="xl"
            leftSection={<IconDeviceTvOld size={28} aria-hidden />}
            onClick={onArm}
            h="auto"
            py="md"
            styles={{ label: { whiteSpace: 'normal' } }}
          >
            {t('arm')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('keys')}
          </Text>
        </Stack>
      </Container>
    </PlainFrame>
  );
}
