import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CreateGreetingDto, GreetingDto, Language, LiveEventDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { DateTime } from 'luxon';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../app/LanguageSwitch';
import { Form } from '../../forms/Form';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { useChecks } from '../../forms/checks';
import { fromWords, isEmpty, toWords, type Words } from '../../forms/words';
import { useLanguage } from '../../i18n/language';
import { viewerZone } from '../../i18n/times';
import { useLibraryWords } from './use-library-words';

interface Values {
  name: Words;
  title: Words;
  institution: Words;
  language: Language;
  /** `YYYY-MM-DDTHH:MM` on the clock of the first hall. */
  expiresAt: string;
}

interface Props {
  event: LiveEventDto;
  /** `null`: a new one. */
  greeting: GreetingDto | null;
  submit: string;
  onSave: (facts: CreateGreetingDto) => Promise<void>;
}

/** Who is asked for a greeting, and until when. */
export function GreetingForm({ event, greeting, submit, onSave }: Props) {
  const { t } = useTranslation('greetings');
  const checks = useChecks();
  const words = useLibraryWords();
  const own = useLanguage();
  const zone = event.venues[0]?.timeZone ?? viewerZone();
  const written = (moment: string) => DateTime.fromISO(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
  const form = useForm<Values>({
    initialValues: {
      name: toWords(greeting?.speaker.name),
      title: toWords(greeting?.speaker.title),
      institution: toWords(greeting?.speaker.institution),
      language: greeting?.language ?? own,
      expiresAt: greeting ? written(greeting.expiresAt) : '',
    },
    validate: { name: checks.anyLanguage },
  });

  const save = async ({ name, title, institution, language, expiresAt }: Values) => {
    const moment = expiresAt && DateTime.fromISO(expiresAt, { zone }).toISO();
    const moved = greeting === null || expiresAt !== written(greeting.expiresAt);
    await onSave({
      speaker: {
        name: fromWords(name),
        ...(!isEmpty(title) && { title: fromWords(title) }),
        ...(!isEmpty(institution) && { institution: fromWords(institution) }),
      },
      language,
      ...(moment && moved && { expiresAt: moment }),
    });
  };
  return (
    <Form
      form={form}
      save={save}
      submit={submit}
      words={(fault) => (fault.details?.field === 'expiresAt' ? t('library.past') : words(fault))}
    >
      <LocalizedInput
        label={t('library.name')}
        description={t('library.nameHint')}
        required
        maxLength={limits.name}
        {...form.getInputProps('name')}
      />
      <LocalizedInput label={t('library.post')} maxLength={limits.title} {...form.getInputProps('title')} />
      <LocalizedInput
        label={t('library.institution')}
        maxLength={limits.institution}
        {...form.getInputProps('institution')}
      />
      <Select
        label={t('library.language')}
        description={t('library.languageHint')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        {...form.getInputProps('language')}
      />
      <TextInput
        type="datetime-local"
        label={t('library.expires', { zone: zone.replaceAll('_', ' ') })}
        description={greeting ? undefined : t('library.expiresHint')}
        {...form.getInputProps('expiresAt')}
      />
    </Form>
  );
}
