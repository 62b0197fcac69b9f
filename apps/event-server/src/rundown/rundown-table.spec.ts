import type { Session } from '../sessions/session';
import type { Cue, Rundown, Take } from './cue';
import { toRundownTable } from './rundown-table';

const start = Date.parse('2026-11-21T01:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);

const session: Session = {
  id: 'session',
  eventId: 'event',
  title: { en: 'Opening' },
  kind: 'plenary',
  status: 'live',
  startsAt: at(0).toISOString(),
  endsAt: at(120).toISOString(),
  venueIds: [],
  moderatorIds: [],
};

const cue = (id: string, position: number, more: Partial<Cue> = {}): Cue => ({
  id,
  sessionId: 'session',
  version: 1,
  position,
  type: 'speech',
  title: { en: id, ja: `${id} (ja)` },
  speakers: [],
  startsAt: null,
  lengthSeconds: 600,
  layout: 'single',
  picks: [],
  greetingId: null,
  notes: '',
  adLib: false,
  skipped: false,
  changedBy: 'Show Control Office',
  changedAt: at(0),
  removedAt: null,
  ...more,
});
const take = (cueId: string, number: number, more: Partial<Take>): Take => ({
  id: `take ${number}`,
  sessionId: 'session',
  run: 1,
  number,
  cueId,
  rehearsal: false,
  startedAt: at(0),
  endedAt: null,
  lengthSeconds: 600,
  heldSeconds: 0,
  heldSince: null,
  takenBy: 'Show Control Office',
  ...more,
});
const rundown = (more: Partial<Rundown>): Rundown => ({
  sessionId: 'session',
  version: 1,
  orderVersion: 1,
  orderChangedBy: null,
  run: 1,
  standbyCueId: null,
  cues: [],
  removed: [],
  takes: [],
  ...more,
});

const sources = {
  venues: [{ id: 'one', key: 'tokyo' }],
  greetings: [{ id: 'two', speaker: { name: { ja: '知事室', en: 'Office of the Governor' } } }],
};

/** By the columns' names. None of the cells below has a comma. */
function linesOf(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv.replace('\ufeff', '').trimEnd().split('\r\n');
  const columns = head?.split(',') ?? [];
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [columns[n], cell])));
}

describe('a rundown as a table', () => {
  it('says what was planned, what is expected and what has happened', () => {
    const cues = [
      cue('opening', 1),
      cue('speech', 2),
      cue('greeting', 3, { skipped: true }),
      cue('signing', 4, { startsAt: at(30) }),
    ];
    const takes = [
      take('opening', 1, { startedAt: at(2), endedAt: at(15), heldSeconds: 60 }),
      take('speech', 2, { startedAt: at(15) }),
    ];
    const lines = linesOf(toRundownTable(rundown({ cues, takes }), session, at(20).getTime(), sources));
    expect(lines).toMatchObject([
      {
        cue: '1',
        'title ja': 'opening (ja)',
        'title ko': '',
        'planned start': at(0).toISOString(),
        'planned end': at(10).toISOString(),
        'expected start': '',
        'actual start': at(2).toISOString(),
        'actual end': at(15).toISOString(),
        'over seconds': '180',
        'held seconds': '60',
        'taken by': 'Show Control Office',
        starts: 'linked',
      },
      { 'actual start': at(15).toISOString(), 'actual end': '', 'expected end': at(25).toISOString() },
      { 'planned start': '', 'left out': 'skipped', 'actual start': '' },
      {
        'planned start': at(30).toISOString(),
        starts: 'hard',
        'expected start': at(30).toISOString(),
        'over seconds': '',
      },
    ]);
  });

  it('keeps a removed cue that was taken, in its place, and leaves out one that was not', () => {
    const removed = [cue('gone', 1, { removedAt: at(40) }), cue('never', 2, { removedAt: at(1) })];
    const takes = [
      take('gone', 1, { startedAt: at(0), endedAt: at(5) }),
      take('speech', 2, { startedAt: at(5), endedAt: at(20) }),
    ];
    const ended = { ...session, status: 'ended' as const };
    const all = rundown({ cues: [cue('speech', 3), cue('signing', 4)], removed, takes });
    const lines = linesOf(toRundownTable(all, ended, at(60).getTime(), sources));
    expect(lines.map((line) => line['title en'])).toEqual(['gone', 'speech', 'signing']);
    expect(lines[0]).toMatchObject({ 'left out': 'removed', 'actual end': at(5).toISOString() });
    // What is over is expected no more.
    expect(lines.map((line) => line['expected start'])).toEqual(['', '', '']);
  });

  it('names the pictures, and the greeting', () => {
    const picks = [
      { venueId: 'one', source: 'slides' as const },
      { venueId: 'gone', source: 'camera' as const },
    ];
    const cues = [cue('speech', 1, { picks }), cue('message', 2, { type: 'greeting', greetingId: 'two' })];
    const lines = linesOf(toRundownTable(rundown({ cues }), session, start, sources));
    expect(lines.map(({ pictures, greeting }) => [pictures, greeting])).toEqual([
      ['tokyo slides; ? camera', ''],
      ['', 'Office of the Governor'],
    ]);
  });

  it('knows nothing of a rehearsal', () => {
    const takes = [take('opening', 1, { rehearsal: true })];
    const rehearsing = { ...session, status: 'rehearsing' as const };
    const [line] = linesOf(
      toRundownTable(rundown({ cues: [cue('opening', 1)], takes }), rehearsing, start, sources),
    );
    expect(line).toMatchObject({ 'actual start': '', 'taken by': '', 'over seconds': '' });
  });

  it('names speakers in each language, in order, and runs nothing that somebody wrote', () => {
    const speakers = [
      {
        name: { zh: '省长办公室', en: 'Office of the Governor' },
        title: { en: 'Governor' },
        institution: { ja: '山東省' },
      },
      { name: { ko: '시장실' } },
    ];
    const csv = toRundownTable(
      rundown({ cues: [cue('a', 1, { speakers, notes: '=1+1' })] }),
      session,
      start,
      sources,
    );
    expect(csv).toContain('"省长办公室, Governor, 山東省; 시장실"');
    expect(csv).toContain('"Office of the Governor, Governor, 山東省; 시장실"');
    expect(csv).toContain(`,'=1+1\r\n`);
  });
});
