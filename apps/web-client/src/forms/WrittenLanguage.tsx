import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { languages, languageTags, type Language } from '@manyhalls/contracts/text/language';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../app/LanguageSwitch';
import classes from './WrittenLanguage.module.css';

/** Short enough to stand inside a field. */
const signs: Record<Language, string> = { zh: '中', ja: '日', ko: '한', en: 'EN' };

/** Says which language a text is taken for, and lets its writer know better. */
export function WrittenLanguage({
  language,
  onChoose,
}: {
  language: Language;
  onChoose: (language: Language) => void;
}) {
  const { t } = useTranslation('forms');
  return (
    <Menu position="top-end" width={180}>
      <Menu.Target>
        <UnstyledButton
          className={classes.sign}
          title={t('writtenIn', { language: languageNames[language] })}
        >
          <span lang={languageTags[language]}>{signs[language]}</span>
          <VisuallyHidden>{t('writtenIn', { language: languageNames[language] })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((candidate) => (
          <Menu.Item
            key={candidate}
            lang={languageTags[candidate]}
            aria-current={candidate === language || undefined}
            rightSection={candidate === language && <IconCheck size={16} aria-hidden />}
            onClick={() => onChoose(candidate)}
          >
            {languageNames[candidate]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
