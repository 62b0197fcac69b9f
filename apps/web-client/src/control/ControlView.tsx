import { may } from '@manyhalls/domain';
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
import classes from './ControlView.module.css';
import { Multiview } from './Multiview';
import { NodesPanel } from './NodesPanel';
import { PresentPeople } from './PresentPeople';
import { SessionClock } from './SessionClock';
import { StatusControl } from './StatusControl';

/** The control room of one session: what is seen and written, the clock, the status, and who is here. */
export function ControlView(content: LivePageContent) {
  const { session, show, signIn } = content;
  const { t } = useTranslation('control');
  const localize = useLocalize();
  return (
    <>
      <TabTitle title={localize(session.title)} />
      <SessionBar session={session} show={show} role={signIn.role} crew />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <div className={classes.left}>
          <Multiview {...content} />
          <ChatRoom {...content}>
            <section className={classes.chats} aria-label={t('chats')}>
              <ChatTabs first="crew" />
            </section>
          </ChatRoom>
        </div>
        <div className={classes.side}>
          <SessionClock event={content.event} session={session} />
          <StatusControl show={show} />
          <HandsPanel show={show} />
          {may(signIn.role, 'poll:moderate') && <PollDesk />}
          <PresentPeople event={content.event} />
          {may(signIn.role, 'media:inspect') && <NodesPanel signIn={signIn} />}
        </div>
      </main>
    </>
  );
}
