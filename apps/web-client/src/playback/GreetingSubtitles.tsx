import { useCallback } from 'react';
import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useLanguage } from '../i18n/language';
import classes from './Greeting.module.css';
import { shownSubtitles, useSubtitleChoice } from './subtitle-choice';
import { linesAt, readCues, type SubtitleCue } from './subtitle-cues';
import { useAtPosition } from './use-position';
import { SessionFiles } from './session-files';
import { useSessionFile } from './use-session-file';

const files = new SessionFiles(async (response) => readCues(await response.text()));
const none: SubtitleCue[] = [];

/** What is being said, in the viewer's language, at the moment everybody hears it. */
export function GreetingSubtitles({ playback }: { playback: GreetingPlaybackDto }) {
  const reader = useLanguage();
  const choice = useSubtitleChoice((state) => state.choice);
  const there = playback.subtitles.map(({ language }) => language);
  const language = shownSubtitles(choice, reader, there);
  const path = playback.subtitles.find((one) => one.language === language)?.path ?? null;
  const cues = useSessionFile(files, path) ?? none;
  const text = useAtPosition(
    playback,
    useCallback((seconds: number) => linesAt(cues, seconds).join('\n'), [cues]),
  );
  if (!language || !text) return null;
  return (
    <p className={classes.subtitles} lang={languageTags[language]} data-subtitles>
      <span>{text}</span>
    </p>
  );
}
