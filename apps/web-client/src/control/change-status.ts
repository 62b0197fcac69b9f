import type { ChangeStatusDto, SessionStatus, ShowStateDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
/** Halls come and go while a button is pressed; that does not make it another decision. */
const attempts = 4;

export interface ShowControl {
  change(request: ChangeStatusDto): Promise<ShowStateDto>;
  read(): Promise<ShowStateDto>;
  learn(show: ShowStateDto): void;
}

/**
 * Takes the session to another status. If only feeds have changed since the person looked, it is tried again with the
 * newest version; if the status has, it is a conflict.
 * @throws {Fault} `conflict` when somebody else has changed the status
 */
export async function changeStatus(
  show: ShowControl,
  seen: ShowStateDto,
  status: SessionStatus,
): Promise<void> {
  const { sessionId } = seen;
  let { version } = seen;
  for (let attempt = 1; ; attempt++) {
    try {
      return show.learn(await show.change({ sessionId, status, version }));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'conflict' || attempt === attempts) throw error;
      const present = await show.read();
      show.learn(present);
      if (present.status !== seen.status) throw error;
      version = present.version;
    }
  }
}
