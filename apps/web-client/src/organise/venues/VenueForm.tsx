import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { VenueDto } from '@manyhalls/contracts';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CountrySelect } from '../../forms/CountrySelect';
import { Form } from '../../forms/Form';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { useChecks } from '../../forms/checks';
import { fromWords, toWords, type Words } from '../../forms/words';
import { toSlug } from '../to-slug';
import type { TabProps } from '../tab';
import { listTimeZones } from './time-zones';

const keyPattern = /^[a-z][a-z0-9-]{1,39}$/;

interface Values {
  city: Words;
  name: Words;
  country: string | null;
  timeZone: string | null;
  key: string;
  homeNode: string;
}

/** A new hall, or one that is there. Its key stands in addresses and cannot be changed afterwards. */
export function VenueForm({
  event,
  api,
  venue,
  onSaved,
}: Pick<TabProps, 'event' | 'api'> & { venue: VenueDto | null; onSaved: (venue: VenueDto) => void }) {
  const { t } = useTranslation(['organise', 'forms']);
  const checks = useChecks();
  const [zones] = useState(() => listTimeZones(new Date()));
  const key = checks.matches(keyPattern, t('venues.keyRule'));
  const form = useForm<Values>({
    initialValues: {
      city: toWords(venue?.city),
      name: toWords(venue?.name),
      country: venue?.country ?? null,
      timeZone: venue?.timeZone ?? null,
      key: venue?.key ?? '',
      homeNode: venue?.homeNode ?? '',
    },
    validate: {
      city: checks.anyLanguage,
      name: checks.anyLanguage,
      country: checks.chosen,
      timeZone: checks.chosen,
      key,
      homeNode: (node) => (node === '' ? null : key(node)),
    },
  });

  const setCity = (city: Words) => {
    const { city: before, key: written } = form.getValues();
    form.setFieldValue('city', city);
    if (!venue && written === toSlug(before.en, 40)) form.setFieldValue('key', toSlug(city.en, 40));
  };
  const save = async (values: Values) => {
    const facts = {
      city: fromWords(values.city),
      name: fromWords(values.name),
      country: values.country ?? '',
      timeZone: values.timeZone ?? '',
      ...(values.homeNode && { homeNode: values.homeNode }),
    };
    onSaved(
      venue
        ? await api.updateVenue(event.id, venue.id, facts)
        : await api.createVenue(event.id, { ...facts, key: values.key }),
    );
  };

  return (
    <Form
      form={form}
      save={save}
      submit={t('save')}
      words={(fault) => (fault.code === 'conflict' ? t('venues.keyTaken') : undefined)}
    >
      <LocalizedInput
        label={t('venues.city')}
        required
        maxLength={limits.name}
        {...form.getInputProps('city')}
        onChange={setCity}
      />
      <LocalizedInput
        label={t('venues.name')}
        description={t('venues.nameHint')}
        required
        maxLength={limits.institution}
        {...form.getInputProps('name')}
      />
      <CountrySelect label={t('venues.country')} required {...form.getInputProps('country')} />
      <Select
        label={t('venues.timeZone')}
        description={t('venues.timeZoneHint')}
        required
        searchable
        data={zones}
        limit={50}
        nothingFoundMessage={t('forms:nothingFound')}
        {...form.getInputProps('timeZone')}
      />
      <TextInput
        label={t('venues.key')}
        description={t('venues.keyHint')}
        required
        disabled={venue !== null}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('key')}
      />
      <TextInput
        label={t('venues.homeNode')}
        description={t('venues.homeNodeHint')}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('homeNode')}
      />
    </Form>
  );
}
