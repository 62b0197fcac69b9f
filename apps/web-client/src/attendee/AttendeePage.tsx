import type { SessionStatus } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useAnnouncedChange } from '../live/Announcer';
import { LivePage } from '../live/LivePage';
import { EndedView } from './EndedView';
import { LiveView } from './LiveView';
import { WaitingView } from './WaitingView';

/** What the audience sees of a session: the page before it, the programme, and the page after it. */
export function AttendeePage() {
  return (
    <LivePage permission="session:join">
      {(content) => (
        <>
          <StatusAnnouncement status={content.show.status} />
          {content.show.status === 'live' && <LiveView key={content.session.id} {...content} />}
          {content.show.status === 'ended' && <EndedView {...content} />}
          {(content.show.status === 'scheduled' || content.show.status === 'rehearsing') && (
            <WaitingView {...content} />
          )}
        </>
      )}
    </LivePage>
  );
}

function StatusAnnouncement({ status }: { status: SessionStatus }) {
  const { t } = useTranslation('attendee');
  useAnnouncedChange(t(`announce.${status}`));
  return null;
}
