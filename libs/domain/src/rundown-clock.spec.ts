import fc from 'fast-check';
import { remainingMs, rundownTimes, type TimedCue, type TimedTake } from './rundown-clock';

const start = Date.parse('2026-11-21T01:00:00Z');
const minute = 60_000;
const at = (minutes: number) => start + minutes * minute;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();

const cue = (id: string, minutes: number, more: Partial<TimedCue> = {}): TimedCue => ({
  id,
  lengthSeconds: minutes * 60,
  startsAt: null,
  skipped: false,
  ...more,
});
const take = (
  cueId: string,
  from: number,
  to: number | null,
  length: number,
  more: Partial<TimedTake> = {},
): TimedTake => ({
  cueId,
  startedAt: iso(from),
  endedAt: to === null ? null : iso(to),
  lengthSeconds: length * 60,
  heldSeconds: 0,
  heldSince: null,
  ...more,
});
/** In minutes after the session's start, where the figures are easier to read. */
function minutes(cues: TimedCue[], takes: TimedTake[], now: number) {
  const inMinutes = (moment: number | null | undefined) =>
    moment === null || moment === undefined ? null : (moment - start) / minute;
  const times = rundownTimes(cues, takes, iso(0), at(now));
  return {
    over: times.overMs === null ? null : times.overMs / minute,
    cues: times.cues.map(({ state, planned, actual, expected, overMs, conflictMs }) => ({
      state,
      planned: inMinutes(planned?.start),
      actual: inMinutes(actual?.start),
      expected: inMinutes(expected?.start),
      over: overMs === null ? null : overMs / minute,
      conflict: conflictMs === null ? null : conflictMs / minute,
    })),
  };
}

describe('a rundown before anything was taken', () => {
  const cues = [cue('opening', 5), cue('speech', 10), cue('talk', 20, { startsAt: iso(20) })];

  it('is expected as planned: linked one after the other, hard starts at their time', () => {
    const { cues: times, over } = minutes(cues, [], -60);
    expect(times.map(({ planned }) => planned)).toEqual([0, 5, 20]);
    expect(times.map(({ expected }) => expected)).toEqual([0, 5, 20]);
    expect(times[2]?.conflict).toBe(-5);
    expect(over).toBe(0);
  });

  it('moves when the start is late, and tells what runs into a hard start', () => {
    const { cues: times, over } = minutes(cues, [], 8);
    expect(times.map(({ expected }) => expected)).toEqual([8, 13, 20]);
    expect(times[2]?.conflict).toBe(3);
    expect(over).toBe(0);
  });
});

describe('a rundown under way', () => {
  const cues = [
    cue('opening', 5),
    cue('speech', 10),
    cue('talk', 20),
    cue('signing', 10, { startsAt: iso(40) }),
  ];
  const takes = [take('opening', 1, 7, 5), take('speech', 7, null, 10)];

  it('expects the present cue to end when its length is over, and linked ones after it', () => {
    const { cues: times } = minutes(cues, takes, 10);
    expect(times.map(({ state }) => state)).toEqual(['done', 'current', 'to-come', 'to-come']);
    expect(times.map(({ actual }) => actual)).toEqual([1, 7, null, null]);
    expect(times.map(({ expected }) => expected)).toEqual([null, 7, 17, 40]);
    expect(times.map(({ over }) => over)).toEqual([1, -7, null, null]);
    expect(times[3]?.conflict).toBe(-3);
  });

  it('moves linked cues with an overrun, and leaves the hard start where it is, in conflict', () => {
    const { cues: times, over } = minutes(cues, takes, 25);
    expect(times.map(({ expected }) => expected)).toEqual([null, 7, 25, 40]);
    expect(times.map(({ over: cueOver }) => cueOver)).toEqual([1, 8, null, null]);
    expect(times[3]?.conflict).toBe(5);
    expect(over).toBe(0);
  });

  it('gives back what was held', () => {
    const held = [take('speech', 0, null, 10, { heldSeconds: 120, heldSince: iso(6) })];
    expect(minutes(cues, held, 9).cues[2]?.expected).toBe(15);
    expect(remainingMs(held[0]!, Date.parse(held[0]!.heldSince!) - 500) / minute).toBe(6);
    expect(remainingMs(held[0]!, at(9)) / minute).toBe(6);
    expect(remainingMs(held[0]!, at(11)) / minute).toBe(6);
  });

  it('knows jumped-over and skipped cues, and counts the last of two takes', () => {
    const some = [cue('a', 5), cue('b', 5), cue('c', 5, { skipped: true }), cue('d', 5), cue('e', 5)];
    const jumped = minutes(some, [take('a', 0, 5, 5), take('d', 5, null, 5)], 6);
    expect(jumped.cues.map(({ state }) => state)).toEqual([
      'done',
      'jumped-over',
      'skipped',
      'current',
      'to-come',
    ]);
    expect(jumped.cues.map(({ planned }) => planned)).toEqual([0, 5, null, 10, 15]);
    const back = minutes(some, [take('a', 0, 5, 5), take('d', 5, 6, 5), take('a', 6, null, 5)], 7);
    expect(back.cues.map(({ state }) => state)).toEqual([
      'current',
      'to-come',
      'skipped',
      'to-come',
      'to-come',
    ]);
    expect(back.cues[0]?.actual).toBe(6);
  });

  it('goes on where it was when the cue that was taken last is removed', () => {
    const took = [take('opening', 0, 5, 5), take('gone', 5, 8, 5)];
    const { cues: times } = minutes(cues, took, 9);
    expect(times.map(({ state }) => state)).toEqual(['done', 'to-come', 'to-come', 'to-come']);
    expect(times.map(({ expected }) => expected)).toEqual([null, 9, 19, 40]);
  });

  it('stands still once it has ended: what was not reached was left out', () => {
    const took = [take('opening', 0, 5, 5), take('talk', 5, 43, 20)];
    const times = rundownTimes(cues, took, iso(0), null);
    expect(times.cues.map(({ state }) => state)).toEqual(['done', 'jumped-over', 'done', 'jumped-over']);
    expect(times.cues.map(({ expected }) => expected)).toEqual([null, null, null, null]);
    expect(times.overMs).toBe(at(43) - at(50));
    const removed = rundownTimes(cues, [...took, take('gone', 43, 45, 5)], iso(0), null);
    expect(removed.overMs).toBe(at(45) - at(50));
    expect(rundownTimes(cues, [], iso(0), null).overMs).toBeNull();
  });

  it('has no over and under without cues', () => {
    expect(minutes([], [], 0)).toEqual({ over: null, cues: [] });
  });
});

describe('any rundown', () => {
  const anyCue = fc.record({
    lengthSeconds: fc.integer({ min: 1, max: 7200 }),
    startsAt: fc.option(fc.integer({ min: -60, max: 300 }).map(iso), { nil: null, freq: 3 }),
    skipped: fc.boolean(),
  });
  /** A rundown that is being run in some order, at some moment after its last take. */
  const anyRun = fc
    .array(anyCue, { maxLength: 12 })
    .map((cues) => cues.map((one, index) => ({ ...one, id: String(index) })))
    .chain((cues) =>
      fc.record({
        cues: fc.constant(cues),
        takes:
          cues.length === 0
            ? fc.constant<TimedTake[]>([])
            : fc
                .array(fc.record({ cue: fc.nat(cues.length - 1), minutes: fc.nat(30), held: fc.nat(300) }), {
                  maxLength: 12,
                })
                .map((turns) => {
                  let from = 0;
                  return turns.map(({ cue: index, minutes: length, held }, turn): TimedTake => {
                    const to = from + length;
                    const taken = take(String(index), from, turn === turns.length - 1 ? null : to, 10, {
                      heldSeconds: held,
                    });
                    from = to;
                    return taken;
                  });
                }),
        later: fc.nat(90),
      }),
    )
    .map(({ cues, takes, later }) => {
      const last = takes.at(-1);
      return { cues, takes, now: last ? Date.parse(last.startedAt) + later * minute : at(later - 60) };
    });
  const timesOf = ({ cues, takes, now }: { cues: TimedCue[]; takes: TimedTake[]; now: number }) =>
    rundownTimes(cues, takes, iso(0), now).cues;

  it('expects nothing to come in the past, and each linked cue right after the one before', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        let free: number | null = null;
        for (const [index, { state, expected }] of timesOf(run).entries()) {
          if (state === 'to-come') {
            expect(expected!.start).toBeGreaterThanOrEqual(run.now);
            if (run.cues[index]!.startsAt === null && free !== null) expect(expected!.start).toBe(free);
          }
          if (expected) free = expected.end;
        }
      }),
    );
  });

  it('never moves a hard start that is still to come, whatever overruns, and says by how much it is run into', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        let free: number | null = null;
        for (const [index, { state, expected, conflictMs }] of timesOf(run).entries()) {
          const hard = run.cues[index]!.startsAt;
          if (state === 'to-come' && hard !== null) {
            expect(expected!.start).toBe(Math.max(run.now, Date.parse(hard)));
            if (free !== null) expect(conflictMs).toBe(free - Date.parse(hard));
          }
          if (expected) free = expected.end;
        }
      }),
    );
  });

  it('has at most one present cue, the one last taken, and keeps planned times whatever happens', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const times = timesOf(run);
        expect(times.filter(({ state }) => state === 'current').map(({ cueId }) => cueId)).toEqual(
          run.takes.length > 0 ? [run.takes.at(-1)!.cueId] : [],
        );
        const untouched = timesOf({ ...run, takes: [] });
        expect(times.map(({ planned }) => planned)).toEqual(untouched.map(({ planned }) => planned));
      }),
    );
  });

  it('never expects an earlier end when time goes by', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(3_600_000), (run, passed) => {
        const [now, later] = [timesOf(run), timesOf({ ...run, now: run.now + passed })];
        for (const [index, { expected }] of now.entries())
          if (expected) expect(later[index]!.expected!.end).toBeGreaterThanOrEqual(expected.end);
      }),
    );
  });

  it('counts down by the second unless it is held', () => {
    fc.assert(
      fc.property(fc.nat(7200), fc.nat(3_600_000), fc.boolean(), (length, passed, held) => {
        const one = take('a', 0, null, length, { heldSince: held ? iso(1) : null });
        const [before, after] = [at(2), at(2) + passed].map((now) => remainingMs(one, now));
        expect(before! - after!).toBe(held ? 0 : passed);
      }),
    );
  });
});
