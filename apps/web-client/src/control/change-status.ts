import type { SessionStatus, ShowStateDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import type { LiveSession } from '../live/live-session';

/** Halls come and go while a button is pressed; that does not make it another decision. */
const attempts = 4;

/**
 * Takes the session to another status. If only feeds have changed since the person looked, it is tried again with the
 * newest version; if the status has, it is a conflict.
 * @throws {Fault} `conflict` when somebody else has changed the status
 */
export async function changeStatus(
  live: Pick<LiveSession, 'ask' | 'learn'>,
  seen: ShowStateDto,
  status: SessionStatus,
): Promise<void> {
  const { sessionId } = seen;
  let { version } = seen;
  for (let attempt = 1; ; attempt++) {
    try {
      return live.learn(await live.ask('session:change-status', { sessionId, status, version }));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'conflict' || attempt === attempts) throw error;
      const present = await live.ask('show:read', {});
      live.learn(present);
      if (present.status !== seen.status) throw error;
      version = present.version;
    }
  }
}
