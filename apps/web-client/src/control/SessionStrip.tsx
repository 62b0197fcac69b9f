import { may } from '@manyhalls/domain';
import type { LivePageContent } from '../live/LivePage';
import { PollDesk } from '../polls/PollDesk';
import { SessionClock } from './SessionClock';
import classes from './SessionStrip.module.css';
import { StatusControl } from './StatusControl';

/** The session as a whole, in one line: its clock, its status, and what can be opened beside it. */
export function SessionStrip({ event, session, show, signIn }: LivePageContent) {
  return (
    <div className={classes.strip}>
      <SessionClock event={event} session={session} />
      {may(signIn.role, 'poll:moderate') && <PollDesk />}
      <StatusControl show={show} />
    </div>
  );
}
