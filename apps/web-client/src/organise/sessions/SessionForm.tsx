import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { InvitationDto, SessionDto, SessionKind } from '@manyhalls/contracts';
import { sessionKinds } from '@manyhalls/contracts/session/session-status';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useTranslation } from 'react-i18next';
import { Form } from '../../forms/Form';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { useChecks } from '../../forms/checks';
import { fromWords, toWords, type Words } from '../../forms/words';
import { Localized, useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeDay } from '../../i18n/times';
import { SessionTimes } from '../../live-events/SessionTimes';
import type { TabProps } from '../tab';
import { daysOf, toMoments, toWrittenTime } from './session-time';

const clockPattern = /^\d{2}:\d{2}$/;

interface Values {
  title: Words;
  kind: SessionKind;
  day: string;
  start: string;
  end: string;
  /** The clock that `day`, `start` and `end` are read on. */
  timeZone: string;
  venueIds: string[];
  moderatorIds: string[];
}

interface Props extends Pick<TabProps, 'event' | 'api'> {
  session: SessionDto | null;
  moderators: InvitationDto[];
  onSaved: (session: SessionDto) => void;
}

export function SessionForm({ event, api, session, moderators, onSaved }: Props) {
  const { t } = useTranslation(['organise', 'app']);
  const checks = useChecks();
  const language = useLanguage();
  const localize = useLocalize();
  const clock = checks.matches(clockPattern, t('sessions.clockRule'));
  const timeZone = event.venues[0]?.timeZone ?? viewerZone();
  const written = session
    ? toWrittenTime(session, timeZone)
    : { day: event.firstDay, start: '10:00', end: '12:00' };
  const form = useForm<Values>({
    initialValues: {
      title: toWords(session?.title),
      kind: session?.kind ?? 'plenary',
      ...written,
      timeZone,
      venueIds: session?.venueIds ?? event.venues.map(({ id }) => id),
      moderatorIds: session?.moderatorIds ?? [],
    },
    validate: { title: checks.anyLanguage, start: clock, end: clock },
  });

  const values = form.getValues();
  const participating = event.venues.filter(({ id }) => values.venueIds.includes(id));
  const readable = clockPattern.test(values.start) && clockPattern.test(values.end);
  const zones = [...new Set([...event.venues.map((venue) => venue.timeZone), timeZone])];

  const save = async ({ title, kind, venueIds, moderatorIds, ...time }: Values) => {
    const facts = {
      title: fromWords(title),
      kind,
      ...toMoments(time, time.timeZone),
      // In protocol order, whatever the order of ticking.
      venueIds: event.venues.map(({ id }) => id).filter((id) => venueIds.includes(id)),
      moderatorIds,
    };
    onSaved(
      session
        ? await api.updateSession(event.id, session.id, facts)
        : await api.createSession(event.id, facts),
    );
  };

  return (
    <Form
      form={form}
      save={save}
      submit={t('save')}
      words={(fault) => {
        if (fault.details?.field === 'startsAt') return t('sessions.outsideDays');
        return fault.code === 'conflict' ? t('sessions.hallIsLive') : undefined;
      }}
    >
      <LocalizedInput
        label={t('sessions.title')}
        required
        maxLength={limits.title}
        {...form.getInputProps('title')}
      />
      <Select
        label={t('sessions.kind')}
        data={sessionKinds.map((kind) => ({ value: kind, label: t(`app:kind.${kind}`) }))}
        {...form.getInputProps('kind')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('sessions.day')}
          data={[...new Set([...daysOf(event), written.day])].map((day) => ({
            value: day,
            label: writeDay(day, language),
          }))}
          {...form.getInputProps('day')}
        />
        <Select
          label={t('sessions.zone')}
          data={zones.map((zone) => ({
            value: zone,
            label:
              event.venues
                .filter((venue) => venue.timeZone === zone)
                .map(({ city }) => localize(city))
                .join(' · ') || zone,
          }))}
          {...form.getInputProps('timeZone')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="time" label={t('sessions.start')} required {...form.getInputProps('start')} />
        <TextInput
          type="time"
          label={t('sessions.end')}
          required
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={readable && values.end <= values.start ? t('sessions.endsNextDay') : undefined}
          {...form.getInputProps('end')}
        />
      </SimpleGrid>
      {readable && (
        <div>
          <Text size="sm" c="dimmed">
            {t('sessions.everywhere')}
          </Text>
          <SessionTimes
            session={toMoments(values, values.timeZone)}
            day={values.day}
            venues={participating}
          />
        </div>
      )}
      <Checkbox.Group
        label={t('sessions.halls')}
        description={t('sessions.hallsHint')}
        {...form.getInputProps('venueIds')}
      >
        <Stack gap="xs" mt="xs">
          {event.venues.length === 0 && <Text size="sm">{t('sessions.noHalls')}</Text>}
          {event.venues.map((venue) => (
            <Checkbox key={venue.id} value={venue.id} label={<Localized text={venue.city} />} />
          ))}
        </Stack>
      </Checkbox.Group>
      {moderators.length > 0 && (
        <MultiSelect
          label={t('sessions.moderators')}
          size="md"
          data={moderators.map(({ participantId, displayName }) => ({
            value: participantId,
            label: displayName,
          }))}
          {...form.getInputProps('moderatorIds')}
        />
      )}
    </Form>
  );
}
