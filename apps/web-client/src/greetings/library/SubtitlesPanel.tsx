import { Button, FileButton, Group, Text, Title } from '@mantine/core';
import type { Language } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../app/LanguageSwitch';
import { StateMark } from '../../app/StateMark';
import type { PartProps } from './part-props';
import classes from './GreetingDrawer.module.css';
import { decodeText } from './read-text';
import { useDeed } from './use-deed';
import { useLibraryWords } from './use-library-words';

const reasons = ['empty', 'no-time', 'bad-time', 'ends-before-it-starts', 'too-many'] as const;

/** Subtitles in each language: there or not, put or replaced by a file. */
export function SubtitlesPanel({ greeting, api, onChange }: PartProps) {
  const { t } = useTranslation('greetings');
  const general = useLibraryWords();
  const { running, fault, run } = useDeed(onChange);
  const { id, version, subtitles } = greeting;

  const put = (language: Language, file: File | null) => {
    if (!file) return;
    void run(language, async () => {
      const text = decodeText(await file.arrayBuffer(), language);
      if (text.length > limits.subtitles)
        throw new Fault('bad-request', 'too large', { reason: 'too-large' });
      return api.putSubtitles(id, language, version, text);
    });
  };
  const words = (refusal: Fault) => {
    const { reason, line } = refusal.details ?? {};
    if (reason === 'too-large') return t('library.tooMuch');
    const known = reasons.find((one) => one === reason);
    return known ? t(`library.broken.${known}`, { line }) : general(refusal);
  };
  return (
    <section className={classes.part}>
      <Title order={3}>{t('library.subtitles')}</Title>
      <Text size="sm" c="dimmed">
        {t('library.subtitlesText')}
      </Text>
      <ul className={classes.languages}>
        {languages.map((language) => {
          const there = subtitles.includes(language);
          const name = languageNames[language];
          return (
            <li key={language}>
              <span lang={languageTags[language]}>{name}</span>
              <StateMark tone={there ? 'good' : 'quiet'} shape={there ? 'tick' : 'ring'}>
                {t(there ? 'library.has' : 'library.hasNot')}
              </StateMark>
              <Group gap="xs" wrap="nowrap">
                <FileButton onChange={(file) => put(language, file)} accept=".vtt,.srt,text/vtt">
                  {(props) => (
                    <Button
                      {...props}
                      variant="default"
                      size="xs"
                      loading={running === language}
                      aria-label={t('library.putSubtitles', { language: name })}
                    >
                      {t('library.put')}
                    </Button>
                  )}
                </FileButton>
                {there && (
                  <Button
                    variant="subtle"
                    size="xs"
                    aria-label={t('library.removeSubtitles', { language: name })}
                    onClick={() => void run(language, () => api.removeSubtitles(id, language, version))}
                  >
                    {t('library.remove')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      {fault && (
        <Text role="alert" c="var(--mantine-color-error)">
          {words(fault)}
        </Text>
      )}
    </section>
  );
}
