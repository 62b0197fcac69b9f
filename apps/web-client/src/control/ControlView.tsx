import { may } from '@manyhalls/domain';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { useLocalize } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import classes from './ControlView.module.css';
import { Multiview } from './Multiview';
import { NodesPanel } from './NodesPanel';
import { PresentPeople } from './PresentPeople';
import { SessionClock } from './SessionClock';
import { StatusControl } from './StatusControl';

/** The control room of one session: what is seen, the clock, the status, and who is here. */
export function ControlView(content: LivePageContent) {
  const { session, show, signIn } = content;
  const localize = useLocalize();
  return (
    <>
      <TabTitle title={localize(session.title)} />
      <SessionBar session={session} show={show} role={signIn.role} crew />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <Multiview {...content} />
        <div className={classes.side}>
          <SessionClock event={content.event} session={session} />
          <StatusControl show={show} />
          <PresentPeople event={content.event} />
          {may(signIn.role, 'media:inspect') && <NodesPanel signIn={signIn} />}
        </div>
      </main>
    </>
  );
}
