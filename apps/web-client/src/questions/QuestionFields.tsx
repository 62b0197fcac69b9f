import { Select, Textarea } from '@mantine/core';
import type { Language } from '@manyhalls/contracts';
import { isLanguage } from '../i18n/match-language';
import { languages } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../app/LanguageSwitch';

/** How many characters are left is said only when it begins to matter. */
const nearEnd = 200;

/** The words of a question and the language they are in. Enter makes a new line, as it also ends a composition. */
export function QuestionFields({
  text,
  language,
  onChange,
}: {
  text: string;
  language: Language;
  onChange: (change: { text?: string; language?: Language }) => void;
}) {
  const { t } = useTranslation('questions');
  const left = limits.question - text.length;
  return (
    <>
      <Textarea
        label={t('ask.text')}
        required
        minRows={3}
        maxRows={8}
        maxLength={limits.question}
        description={left < nearEnd ? t('ask.left', { count: left }) : undefined}
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label={t('ask.language')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(value) => isLanguage(value) && onChange({ language: value })}
      />
    </>
  );
}
