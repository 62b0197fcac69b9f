import type { SessionStatus } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { useTranslation } from 'react-i18next';
import { ChatRoom } from '../chat/ChatRoom';
import { useAnnouncedChange } from '../live/Announcer';
import { LivePage, type LivePageContent } from '../live/LivePage';
import { PollRoom } from '../polls/PollRoom';
import { EndedView } from './EndedView';
import { LiveView } from './LiveView';
import { WaitingView } from './WaitingView';

/** What the audience sees of a session: the page before it, the programme, and the page after it. */
export function AttendeePage() {
  return (
    <LivePage permission="session:join">
      {(content) => (
        // What people say stays with them when the session begins and when it ends.
        <PollRoom key={content.session.id}>
          <ChatRoom {...content}>
            <StatusAnnouncement status={content.show.status} />
            <View {...content} />
          </ChatRoom>
        </PollRoom>
      )}
    </LivePage>
  );
}

function View(content: LivePageContent) {
  const { show, signIn } = content;
  switch (show.status) {
    case 'rehearsing':
      return isCrew(signIn.role) ? <LiveView {...content} /> : <WaitingView {...content} />;
    case 'live':
      return <LiveView {...content} />;
    case 'ended':
      return <EndedView {...content} />;
    default:
      return <WaitingView {...content} />;
  }
}

function StatusAnnouncement({ status }: { status: SessionStatus }) {
  const { t } = useTranslation('attendee');
  useAnnouncedChange(t(`announce.${status}`));
  return null;
}
