import type { SessionStatus } from '@manyhalls/contracts';
import { nextCueId, runs } from '@manyhalls/domain';
import type { HeldRundown } from './held-rundown';
import { RundownEntity } from './rundown.entity';
import { endTake } from './takes';

/**
 * Ends and begins runs of a rundown with its session, so that what was rehearsed is never in the live record.
 * @param held as it was before the session's status became `status`
 */
export async function followStatus(held: HeldRundown, status: SessionStatus): Promise<void> {
  // Going live again takes back a slip of ending: the run goes on.
  if (status === 'ended' || held.session.status === 'ended') await endTake(held, new Date());
  else await beginRun(held, status);
}

/** From the top, with nothing taken yet. */
export async function beginRun(held: HeldRundown, status: SessionStatus): Promise<void> {
  await endTake(held, new Date());
  const { sessionId, run, cues } = held.was;
  const standbyCueId = runs(status) ? nextCueId(cues, null) : null;
  await held.manager.update(RundownEntity, { sessionId }, { run: run + 1, standbyCueId });
}
