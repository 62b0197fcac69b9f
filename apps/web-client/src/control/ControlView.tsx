import { useRef } from 'react';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { HandsPanel } from '../hands/HandsPanel';
import { useLocalize } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { CallerDialogs } from '../rundown/CallerDialogs';
import { RehearsalBanner } from '../rundown/RehearsalBanner';
import { RundownPanel } from '../rundown/RundownPanel';
import { RundownRoom } from '../rundown/RundownRoom';
import { TakingBar } from '../rundown/TakingBar';
import { useCaller } from '../rundown/use-caller';
import { useCallerKeys } from '../rundown/use-caller-keys';
import { useCueAnnouncements } from '../rundown/use-cue-announcements';
import classes from './ControlView.module.css';
import { CueScreens } from './CueScreens';
import { Multiview } from './Multiview';
import { PlaybackControls } from './PlaybackControls';
import { Rail } from './Rail';
import { SessionStrip } from './SessionStrip';

/** The control room of one session: its rundown, what is seen, and GO. */
export function ControlView(content: LivePageContent) {
  return (
    <RundownRoom>
      <CallersDesk {...content} />
    </RundownRoom>
  );
}

function CallersDesk(content: LivePageContent) {
  const { session, show, signIn } = content;
  const localize = useLocalize();
  const caller = useCaller(content);
  const desk = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  useCallerKeys([desk, bar], caller.do);
  useCueAnnouncements();
  return (
    <div className={classes.page}>
      <TabTitle title={localize(session.title)} />
      <SessionBar session={session} show={show} role={signIn.role} crew />
      {show.status === 'rehearsing' && <RehearsalBanner />}
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <div ref={desk} className={classes.desk}>
          <RundownPanel content={content} caller={caller} />
          <div className={classes.seen}>
            <SessionStrip {...content} />
            <HandsPanel show={show} />
            <CueScreens {...content} />
            <PlaybackControls show={show} />
            <Multiview {...content} />
          </div>
        </div>
        <Rail {...content} />
      </main>
      <TakingBar ref={bar} session={session} show={show} caller={caller} />
      <CallerDialogs content={content} caller={caller} />
    </div>
  );
}
