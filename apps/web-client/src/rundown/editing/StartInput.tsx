import { Group, Radio, Select, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { SessionDto, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { writeClock, writeMoment } from '../../i18n/times';
import type { CueValues } from './cue-values';
import { toMoment } from './hard-start';

export const clockPattern = /^\d{2}:\d{2}$/;

/** When a cue starts: after the one before, or at a fixed moment on one hall's clock. */
export function StartInput({
  form,
  session,
  venues,
}: {
  form: UseFormReturnType<CueValues>;
  session: SessionDto;
  venues: readonly VenueDto[];
}) {
  const { t } = useTranslation('rundown');
  const localize = useLocalize();
  const { start, clock, timeZone } = form.values;
  const zones = [...new Set([...venues.map((venue) => venue.timeZone), timeZone])];
  const citiesOf = (zone: string) =>
    venues
      .filter((venue) => venue.timeZone === zone)
      .map(({ city }) => localize(city))
      .join(' · ') || zone;
  return (
    <Radio.Group label={t('form.start')} {...form.getInputProps('start')}>
      <Group mt="xs">
        <Radio value="linked" label={t('form.linked')} />
        <Radio value="hard" label={t('form.hard')} />
      </Group>
      {start === 'hard' && (
        <Group mt="sm" align="flex-start">
          <TextInput type="time" label={t('form.clock')} required {...form.getInputProps('clock')} />
          <Select
            label={t('form.zone')}
            data={zones.map((zone) => ({ value: zone, label: citiesOf(zone) }))}
            {...form.getInputProps('timeZone')}
          />
        </Group>
      )}
      {start === 'hard' && clockPattern.test(clock) && (
        <Everywhere at={toMoment(clock, timeZone, session)} zones={zones} citiesOf={citiesOf} />
      )}
    </Radio.Group>
  );
}

/** The moment on the clocks of all halls, and its day. */
function Everywhere({
  at,
  zones,
  citiesOf,
}: {
  at: string;
  zones: string[];
  citiesOf: (zone: string) => string;
}) {
  const language = useLanguage();
  const [first = 'UTC', ...others] = zones;
  const moment = new Date(at);
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {[
        `${writeMoment(moment, first, language)} ${citiesOf(first)}`,
        ...others.map((zone) => `${writeClock(moment, zone)} ${citiesOf(zone)}`),
      ].join(' · ')}
    </Text>
  );
}
