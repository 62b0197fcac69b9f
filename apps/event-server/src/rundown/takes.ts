import { randomUUID } from 'node:crypto';
import type { Cue, Take } from './cue';
import type { Editor, HeldRundown } from './held-rundown';
import { TakeEntity } from './rundown.entity';

/**
 * Puts a cue on programme, in place of whatever is there.
 * @param lengthSeconds what it counts down from
 */
export async function openTake(
  held: HeldRundown,
  { id: cueId, lengthSeconds }: Pick<Cue, 'id' | 'lengthSeconds'>,
  editor: Editor,
  now: Date,
): Promise<Take> {
  await endTake(held, now);
  const { sessionId, run, takes } = held.was;
  const take: Take = {
    id: randomUUID(),
    sessionId,
    run,
    number: takes.length + 1,
    cueId,
    rehearsal: held.session.status === 'rehearsing',
    startedAt: now,
    endedAt: null,
    lengthSeconds,
    heldSeconds: 0,
    heldSince: null,
    takenBy: editor.displayName,
  };
  await held.manager.insert(TakeEntity, take);
  return take;
}

/** Ends the take on programme, if there is one, and the hold with it. */
export async function endTake({ manager, present }: HeldRundown, now: Date): Promise<void> {
  if (!present) return;
  await manager.update(TakeEntity, { id: present.id }, { endedAt: now, ...released(present, now) });
}

/** What becomes of a take whose hold ends now. */
export function released({ heldSince, heldSeconds }: Take, now: Date): Partial<Take> {
  if (heldSince === null) return {};
  const seconds = Math.max(0, now.getTime() - heldSince.getTime()) / 1000;
  return { heldSince: null, heldSeconds: heldSeconds + seconds };
}
