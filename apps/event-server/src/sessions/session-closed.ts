import { Fault, type SessionStatus } from '@manyhalls/contracts';

/** What an audience is told that may not do something in this state of a session, see `mayAudience`. */
export function sessionClosed(sessionStatus: SessionStatus): Fault {
  return new Fault('conflict', `the audience cannot do this: the session is ${sessionStatus}`, {
    sessionStatus,
  });
}
