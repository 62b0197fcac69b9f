import { useHotkeys, useToggle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { mainId } from '../app/focus';
import type { LivePageContent } from '../live/LivePage';
import { useTrouble } from '../live/use-trouble';
import { hallPollOf } from '../polls/poll-state';
import { usePolls } from '../polls/PollRoom';
import { StageQuestion } from '../questions/StageQuestion';
import { RehearsalMark } from '../show/RehearsalMark';
import { TakeClock } from '../show/TakeClock';
import { useWakeLock } from '../show/use-wake-lock';
import { ProjectedEnd, ProjectedWait } from './ProjectedPages';
import { ProjectedPoll } from './ProjectedPoll';
import { ProjectedProgramme } from './ProjectedProgramme';
import { ProjectorInfo } from './ProjectorInfo';
import classes from './ProjectorScreen.module.css';
import { nextCountdown, useProjectorSettings } from './settings';
import { useSoundHere } from './sound-here';

/** The hall's screen: the show and nothing else. Worked by keys alone, which the page before it names. */
export function ProjectorScreen({ content, onLeave }: { content: LivePageContent; onLeave: () => void }) {
  const { show, session, event } = content;
  const { t } = useTranslation('live');
  const { countdown } = useProjectorSettings();
  const [informed, toggleInformed] = useToggle();
  const trouble = useTrouble();
  const poll = hallPollOf(usePolls().state);
  useWakeLock(true);
  useSoundHere(session.id);
  useHotkeys([
    ['Escape', onLeave],
    ['i', () => toggleInformed()],
    ['c', nextCountdown],
  ]);
  const runs = show.status === 'live' || show.status === 'rehearsing';
  return (
    <main
      id={mainId}
      tabIndex={-1}
      className={classes.screen}
      data-poll={(runs && poll && true) || undefined}
    >
      {show.status === 'scheduled' && <ProjectedWait {...content} />}
      {show.status === 'ended' && <ProjectedEnd {...content} />}
      {runs && (
        <>
          <ProjectedProgramme {...content} />
          {poll && <ProjectedPoll poll={poll} />}
          {show.onStage && (
            <div className={classes.question}>
              <StageQuestion question={show.onStage} venues={event.venues} alone />
            </div>
          )}
          {show.take && countdown !== 'off' && (
            <div className={classes.clock} data-alone={countdown === 'alone' || undefined}>
              <TakeClock take={show.take} />
            </div>
          )}
        </>
      )}
      {show.status === 'rehearsing' && <RehearsalMark />}
      {informed && <ProjectorInfo {...content} />}
      <div role="status">{trouble && <p className={classes.trouble}>{t(trouble)}</p>}</div>
    </main>
  );
}
