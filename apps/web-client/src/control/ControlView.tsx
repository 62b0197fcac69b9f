import { may } from '@manyhalls/domain';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { ChatRoom } from '../chat/ChatRoom';
import { ChatTabs } from '../chat/ChatTabs';
import { HandsPanel } from '../hands/HandsPanel';
import { useLocalize } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { PollDesk } from '../polls/PollDesk';
import { RundownList } from '../rundown/RundownList';
import { RundownRoom } from '../rundown/RundownRoom';
import { TakeDialog } from '../rundown/TakeDialog';
import { TakingBar } from '../rundown/TakingBar';
import { useCaller } from '../rundown/use-caller';
import { useCallerKeys } from '../rundown/use-caller-keys';
import { useCueAnnouncements } from '../rundown/use-cue-announcements';
import classes from './ControlView.module.css';
import { Multiview } from './Multiview';
import { NodesPanel } from './NodesPanel';
import { PresentPeople } from './PresentPeople';
import { SessionClock } from './SessionClock';
import { StatusControl } from './StatusControl';

/** The control room of one session: its rundown, what is seen, and GO. */
export function ControlView(content: LivePageContent) {
  return (
    <RundownRoom>
      <Desk {...content} />
    </RundownRoom>
  );
}

function Desk(content: LivePageContent) {
  const { event, session, show, signIn } = content;
  const { t } = useTranslation('control');
  const localize = useLocalize();
  const caller = useCaller(show);
  const { selection, taking, dialog } = caller;
  const desk = useRef<HTMLDivElement>(null);
  useCallerKeys(desk, caller.do);
  useCueAnnouncements();
  return (
    <>
      <TabTitle title={localize(session.title)} />
      <SessionBar session={session} show={show} role={signIn.role} crew />
      <main id={mainId} tabIndex={-1}>
        <div ref={desk}>
          <RundownList
            session={session}
            venues={event.venues.filter(({ id }) => session.venueIds.includes(id))}
            selectedId={selection.cue?.id ?? null}
            onSelect={selection.select}
          />
          <TakingBar
            session={session}
            show={show}
            taking={taking}
            possible={caller.possible}
            onDeed={caller.do}
          />
        </div>
        <div className={classes.main}>
          <div className={classes.left}>
            <Multiview {...content} />
            <ChatRoom {...content}>
              <section className={classes.chats} aria-label={t('chats')}>
                <ChatTabs first="crew" />
              </section>
            </ChatRoom>
          </div>
          <div className={classes.side}>
            <SessionClock event={event} session={session} />
            <StatusControl show={show} />
            <HandsPanel show={show} />
            {may(signIn.role, 'poll:moderate') && <PollDesk />}
            <PresentPeople event={event} />
            {may(signIn.role, 'media:inspect') && <NodesPanel signIn={signIn} />}
          </div>
        </div>
      </main>
      {(dialog?.deed === 'jump' || dialog?.deed === 'back') && (
        <TakeDialog {...dialog} show={show} onTake={taking.take} onClose={caller.close} />
      )}
    </>
  );
}
