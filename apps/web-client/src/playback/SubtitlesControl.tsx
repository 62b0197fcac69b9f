import { ActionIcon, Menu } from '@mantine/core';
import { IconBadgeCc, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { languageNames } from '../app/LanguageSwitch';
import { useLanguage } from '../i18n/language';
import { chooseSubtitles, shownSubtitles, useSubtitleChoice } from './subtitle-choice';

/** Subtitles on or off, and in which language; nothing where there are none. */
export function SubtitlesControl({ playback }: { playback: GreetingPlaybackDto }) {
  const { t } = useTranslation('playback');
  const reader = useLanguage();
  const choice = useSubtitleChoice((state) => state.choice);
  const there = playback.subtitles.map(({ language }) => language);
  const shown = shownSubtitles(choice, reader, there);
  if (there.length === 0) return null;
  const mark = (isShown: boolean) => (isShown ? <IconCheck size={16} aria-hidden /> : undefined);
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon
          variant={shown ? 'light' : 'subtle'}
          color="gray"
          size="lg"
          aria-label={shown ? t('subtitlesIn', { language: languageNames[shown] }) : t('subtitlesOff')}
        >
          <IconBadgeCc size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('subtitles')}</Menu.Label>
        {there.map((language) => (
          <Menu.Item
            key={language}
            role="menuitemradio"
            aria-checked={language === shown}
            lang={languageTags[language]}
            rightSection={mark(language === shown)}
            onClick={() => chooseSubtitles(language === reader ? 'reader' : language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Item
          role="menuitemradio"
          aria-checked={shown === null}
          rightSection={mark(shown === null)}
          onClick={() => chooseSubtitles('off')}
        >
          {t('off')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
