import { Checkbox, Fieldset, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Language, LiveEventDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asFault } from '../api/faults';
import { languageNames } from '../app/LanguageSwitch';
import { CountrySelect } from '../forms/CountrySelect';
import { Form } from '../forms/Form';
import { useChecks } from '../forms/checks';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { currentSession } from '../live-events/current-session';
import { sessionPage } from '../live-events/role-page';
import { takeUpSignIn } from '../sign-in/tickets';
import classes from './RegistrationForm.module.css';
import { register } from './registration.api';

interface Values {
  displayName: string;
  institution: string;
  country: string | null;
  language: Language;
  agreed: boolean;
}

export function RegistrationForm({
  event,
  onConsentChanged,
}: {
  event: LiveEventDto;
  /** The text the person agreed to is no longer the current one: the new one must be shown. */
  onConsentChanged: () => void;
}) {
  const { t } = useTranslation('registration');
  const checks = useChecks();
  const navigate = useNavigate();
  const language = useLanguage();
  const form = useForm<Values>({
    initialValues: { displayName: '', institution: '', country: null, language, agreed: false },
    validate: {
      displayName: checks.filled,
      institution: checks.filled,
      country: checks.chosen,
      agreed: (agreed) => (agreed ? null : t('agreeFirst')),
    },
  });

  const save = async ({ displayName, institution, country, language: spoken }: Values) => {
    try {
      const signIn = takeUpSignIn(
        await register(event.slug, {
          displayName: displayName.trim(),
          institution: institution.trim(),
          country: country ?? '',
          language: spoken,
          consentVersion: event.consent.version,
        }),
      );
      const session = currentSession(event.sessions, new Date());
      await navigate(session ? sessionPage(signIn.role, event.slug, session.id) : `/events/${event.slug}`, {
        replace: true,
      });
    } catch (error) {
      const fault = asFault(error);
      if (fault.code === 'conflict') {
        form.setFieldValue('agreed', false);
        onConsentChanged();
      }
      throw fault;
    }
  };

  return (
    <Form
      form={form}
      save={save}
      submit={t('submit')}
      words={(fault) => (fault.code === 'conflict' ? t('consentChanged') : undefined)}
    >
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        autoComplete="name"
        required
        maxLength={limits.name}
        {...form.getInputProps('displayName')}
      />
      <TextInput
        label={t('institution')}
        autoComplete="organization"
        required
        maxLength={limits.institution}
        {...form.getInputProps('institution')}
      />
      <CountrySelect
        label={t('country')}
        description={t('countryHint')}
        required
        first={event.venues.map(({ country }) => country)}
        {...form.getInputProps('country')}
      />
      <Select
        label={t('language')}
        description={t('languageHint')}
        required
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        {...form.getInputProps('language')}
      />
      <Fieldset legend={t('consent')} className={classes.consent}>
        <div className={classes.text} tabIndex={0} role="region" aria-label={t('consent')}>
          <Localized text={event.consent.text} as="p" />
        </div>
        <Text size="sm" c="dimmed" my="sm">
          {t('version', { version: event.consent.version })}
        </Text>
        <Checkbox
          label={t('agree')}
          required
          aria-invalid={Boolean(form.errors.agreed)}
          {...form.getInputProps('agreed', { type: 'checkbox' })}
        />
      </Fieldset>
    </Form>
  );
}
