import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Language } from '@manyhalls/contracts';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { languageNames } from '../app/LanguageSwitch';
import { DaysInputs } from './DaysInputs';
import { Form } from '../forms/Form';
import { LocalizedInput } from '../forms/LocalizedInput';
import { useChecks } from '../forms/checks';
import { fromWords, noWords, type Words } from '../forms/words';
import { toSlug } from './to-slug';
import type { OrganiserApi } from './organise.api';

const slugPattern = /^[a-z0-9][a-z0-9-]{1,59}$/;

interface Values {
  title: Words;
  slug: string;
  firstDay: string;
  lastDay: string;
  languages: Language[];
}

/** Only what an event cannot be without; the rest is written on its own page. */
export function CreateEventForm({ api }: { api: OrganiserApi }) {
  const { t } = useTranslation(['organise', 'app']);
  const checks = useChecks();
  const navigate = useNavigate();
  const form = useForm<Values>({
    initialValues: { title: noWords, slug: '', firstDay: '', lastDay: '', languages: [...languages] },
    validate: {
      title: checks.anyLanguage,
      slug: checks.matches(slugPattern, t('create.slugRule')),
      firstDay: checks.filled,
      lastDay: (last, { firstDay }) =>
        checks.filled(last) ?? (last < firstDay ? t('details.lastBeforeFirst') : null),
      languages: (chosen) => (chosen.length > 0 ? null : t('details.someLanguage')),
    },
  });

  const setTitle = (title: Words) => {
    const suggested = toSlug(form.getValues().title.en);
    const { slug } = form.getValues();
    form.setFieldValue('title', title);
    if (slug === suggested) form.setFieldValue('slug', toSlug(title.en));
  };
  const save = async ({ title, ...values }: Values) => {
    const event = await api.createEvent({
      ...values,
      title: fromWords(title),
      consent: { version: '1', text: consentTemplate() },
    });
    await navigate(`/organise/${event.slug}`);
  };

  return (
    <Form
      form={form}
      save={save}
      submit={t('create.submit')}
      words={(fault) => (fault.code === 'conflict' ? t('create.slugTaken') : undefined)}
      also={
        <Button component={Link} to="/organise" variant="default">
          {t('app:cancel')}
        </Button>
      }
    >
      <LocalizedInput
        label={t('details.title')}
        description={t('details.titleHint')}
        required
        maxLength={limits.title}
        {...form.getInputProps('title')}
        onChange={setTitle}
      />
      <TextInput
        label={t('create.slug')}
        description={t('create.slugHint', { address: `${window.location.host}/events/` })}
        required
        lang="en"
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('slug')}
      />
      <DaysInputs first={form.getInputProps('firstDay')} last={form.getInputProps('lastDay')} />
      <Checkbox.Group
        label={t('details.languages')}
        description={t('details.languagesHint')}
        required
        {...form.getInputProps('languages')}
      >
        <Group mt="xs">
          {languages.map((language) => (
            <Checkbox
              key={language}
              value={language}
              label={<span lang={languageTags[language]}>{languageNames[language]}</span>}
            />
          ))}
        </Group>
      </Checkbox.Group>
    </Form>
  );
}

/** A text to start from, in all languages; organisers have theirs checked by their lawyers. */
function consentTemplate() {
  return Object.fromEntries(
    languages.map((language) => [language, i18next.getFixedT(language, 'organise')('consentTemplate')]),
  );
}
