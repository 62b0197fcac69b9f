import { Button } from '@mantine/core';
import { useFullscreenElement } from '@mantine/hooks';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import classes from './HallPoll.module.css';
import { hallPollOf } from './poll-state';
import { usePolls } from './PollRoom';
import { PollResults } from './PollResults';

/** The poll for the people in the hall, with its results only while everybody is shown them. */
export function HallPoll() {
  const { t } = useTranslation(['polls', 'questions']);
  const { ref, toggle, fullscreen } = useFullscreenElement();
  const poll = hallPollOf(usePolls().state);
  if (!poll) return null;
  return (
    <section ref={ref} className={classes.screen} aria-label={t('title')} tabIndex={0}>
      <Localized text={poll.question} as="p" className={classes.question} />
      {poll.resultsShown && poll.tally ? (
        <PollResults poll={poll} tally={poll.tally} />
      ) : (
        <ul className={classes.options}>
          {poll.options.map(({ text }, option) => (
            <li key={option}>
              <Localized text={text} />
            </li>
          ))}
        </ul>
      )}
      {document.fullscreenEnabled && (
        <Button
          size="xs"
          variant="default"
          className={classes.full}
          leftSection={
            fullscreen ? <IconMinimize size={16} aria-hidden /> : <IconMaximize size={16} aria-hidden />
          }
          onClick={() => void toggle()}
        >
          {t(fullscreen ? 'questions:stage.leaveFullScreen' : 'questions:stage.fullScreen')}
        </Button>
      )}
    </section>
  );
}
