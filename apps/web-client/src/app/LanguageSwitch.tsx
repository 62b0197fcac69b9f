import { Button, Menu } from '@mantine/core';
import { languages, languageTags, type Language } from '@manyhalls/contracts/text/language';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from '../i18n/language';

/** Each language by its own name, so that everybody finds theirs whatever the page is in. */
export const languageNames: Record<Language, string> = {
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
  en: 'English',
};

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px="xs"
          leftSection={<IconLanguage size={20} aria-hidden />}
          aria-label={t('languageIs', { language: languageNames[language] })}
        >
          {languageNames[language]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((candidate) => (
          <Menu.Item
            key={candidate}
            lang={languageTags[candidate]}
            aria-current={candidate === language || undefined}
            rightSection={candidate === language && <IconCheck size={16} aria-hidden />}
            onClick={() => chooseLanguage(candidate)}
          >
            {languageNames[candidate]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
