import type { CueDto, TakeDto } from '@manyhalls/contracts';

/** What the clock must know of a cue. */
export type TimedCue = Pick<CueDto, 'id' | 'lengthSeconds' | 'startsAt' | 'skipped'>;
export type TimedTake = Pick<
  TakeDto,
  'cueId' | 'startedAt' | 'endedAt' | 'lengthSeconds' | 'heldSeconds' | 'heldSince'
>;

/** Moments in milliseconds since 1970, by the server's clock. */
export interface Span {
  start: number;
  end: number;
}

export interface CueTimes {
  cueId: string;
  state: 'done' | 'current' | 'to-come' | 'jumped-over' | 'skipped';
  /** `null` when skipped. */
  planned: Span | null;
  /** `end` is `null` while it is on programme. */
  actual: { start: number; end: number | null } | null;
  /** Of the present cue and those to come. */
  expected: Span | null;
  /** Of a taken cue: how much longer than planned it took, or takes if it ends now; negative when shorter. */
  overMs: number | null;
  /** Of a hard start to come: how much the cue before runs into it (above zero), or how long the gap is (below). */
  conflictMs: number | null;
}

export interface RundownTimes {
  cues: CueTimes[];
  /** Expected end of the show minus its planned end; `null` without cues. */
  overMs: number | null;
}

/**
 * Where a rundown stands. The rules are written down in `docs/rundown.md`.
 * @param takes of this run, in the order in which they were taken
 * @param now milliseconds since 1970, by the server's clock; `null` once the show has ended: nothing is to come
 */
export function rundownTimes(
  cues: readonly TimedCue[],
  takes: readonly TimedTake[],
  sessionStartsAt: string,
  now: number | null,
): RundownTimes {
  const planned = plannedSpans(cues, Date.parse(sessionStartsAt));
  // What was taken may have been removed since.
  const last = takes.findLast(({ cueId }) => cues.some(({ id }) => id === cueId));
  const reached = cues.findIndex(({ id }) => id === last?.cueId);
  /** When the cue before is expected to end; `null` before anything was taken. */
  let free = takes.length > 0 ? now : null;
  const times = cues.map((cue, index): CueTimes => {
    const plan = planned[index] ?? null;
    if (index > reached && !cue.skipped && now !== null) {
      const toCome = timesToCome(cue, plan, free, now);
      free = toCome.expected.end;
      return toCome;
    }
    const taken = takes.findLast(({ cueId }) => cueId === cue.id);
    if (taken && index <= reached) {
      const times = timesOfTaken(taken, plan, taken === last, now ?? endOf(taken));
      if (times.expected) free = times.expected.end;
      return times;
    }
    return { ...unknown, cueId: cue.id, state: cue.skipped ? 'skipped' : 'jumped-over', planned: plan };
  });
  const ended = takes.at(-1);
  return { cues: times, overMs: showOver(times, now === null && ended ? endOf(ended) : null) };
}

const endOf = ({ startedAt, endedAt }: TimedTake) => Date.parse(endedAt ?? startedAt);

const unknown = { actual: null, expected: null, overMs: null, conflictMs: null };

function timesToCome(cue: TimedCue, planned: Span | null, free: number | null, now: number) {
  const hard = cue.startsAt === null ? null : Date.parse(cue.startsAt);
  const start = Math.max(now, hard ?? free ?? planned?.start ?? now);
  return {
    ...unknown,
    cueId: cue.id,
    state: 'to-come' as const,
    planned,
    expected: { start, end: start + cue.lengthSeconds * 1000 },
    conflictMs: hard === null || free === null ? null : free - hard,
  };
}

function timesOfTaken(take: TimedTake, planned: Span | null, isLast: boolean, now: number): CueTimes {
  const start = Date.parse(take.startedAt);
  const end = take.endedAt === null ? null : Date.parse(take.endedAt);
  const isCurrent = isLast && end === null;
  return {
    cueId: take.cueId,
    state: isCurrent ? 'current' : 'done',
    planned,
    actual: { start, end },
    expected: isCurrent ? { start, end: Math.max(now, dueAt(take, now)) } : null,
    overMs: (end ?? now) - start - take.lengthSeconds * 1000,
    conflictMs: null,
  };
}

/**
 * Cues at the end that have no plan do not count.
 * @param ended when the show ended, whichever cue was its last; `null` before
 */
function showOver(times: readonly CueTimes[], ended: number | null): number | null {
  const last = times.findLast(({ planned }) => planned !== null);
  const end = ended ?? last?.expected?.end ?? last?.actual?.end;
  return last?.planned && end !== null && end !== undefined ? end - last.planned.end : null;
}

/** What is left of a cue, in milliseconds; below zero when it is over. Stands still while it is held. */
export function remainingMs(take: TimedTake, now: number): number {
  // Also for a clock that counts whole seconds, and has not come to the moment at which it was held.
  const at = take.heldSince === null ? now : Date.parse(take.heldSince);
  return dueAt(take, at) - at;
}

/** When its length is over, its holds added. Moves on while it is held. */
function dueAt(take: TimedTake, now: number): number {
  return Date.parse(take.startedAt) + take.lengthSeconds * 1000 + heldMs(take, now);
}

function heldMs({ heldSeconds, heldSince }: TimedTake, now: number): number {
  return heldSeconds * 1000 + (heldSince === null ? 0 : Math.max(0, now - Date.parse(heldSince)));
}

function plannedSpans(cues: readonly TimedCue[], sessionStart: number): (Span | null)[] {
  let free = sessionStart;
  return cues.map(({ skipped, startsAt, lengthSeconds }) => {
    if (skipped) return null;
    const start = startsAt === null ? free : Date.parse(startsAt);
    free = start + lengthSeconds * 1000;
    return { start, end: free };
  });
}
