import type { CueChange } from './cue';
import { toChangeTable } from './change-table';

const change = (more: Partial<CueChange>): CueChange => ({
  cueId: 'opening',
  participantId: null,
  changedBy: 'Show Control Office',
  action: 'edit',
  before: null,
  after: null,
  at: new Date('2026-11-21T01:00:00Z'),
  ...more,
});
const sources = {
  venues: [{ id: 'v1', key: 'tokyo' }],
  greetings: [{ id: 'g1', speaker: { name: { en: 'The Governor' }, title: null, institution: null } }],
};
const opening = { id: 'opening', title: { zh: '开幕', en: 'Opening' } };
const table = (...changes: CueChange[]) =>
  toChangeTable({ cues: [opening] as never, removed: [] }, changes, sources as never)
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n');
const line = (...cells: string[]) => `2026-11-21T01:00:00.000Z,Show Control Office,${cells.join()}`;

describe('the record of changes', () => {
  it('names its columns, also when nothing was changed', () => {
    expect(table()).toEqual(['when,who,what,cue,field,before,after']);
  });

  it('has a line for each thing that became another, and none for what stayed', () => {
    const before = { notes: '', lengthSeconds: 300, title: { en: 'Opening', zh: '开幕' } };
    const after = { notes: 'Mind the step', lengthSeconds: 300, title: { en: 'Opening', zh: '开幕式' } };
    expect(table(change({ before, after })).slice(1)).toEqual([
      line('edit', 'Opening', 'notes', '', 'Mind the step'),
      line('edit', 'Opening', 'title zh', '开幕', '开幕式'),
    ]);
  });

  it('names halls and greetings, and says so where there are none any more', () => {
    const before = { picks: [{ venueId: 'v1', source: 'camera' as const }], greetingId: null };
    const after = { picks: [], greetingId: 'g1' };
    expect(table(change({ before, after }), change({ before: after, after: { greetingId: 'g2' } }))).toEqual([
      expect.any(String),
      line('edit', 'Opening', 'pictures', 'tokyo camera', ''),
      line('edit', 'Opening', 'greeting', '', 'The Governor'),
      line('edit', 'Opening', 'greeting', 'The Governor', '?'),
    ]);
  });

  it('tells of moments as they come from the record', () => {
    const hard = { startsAt: '2026-11-21T02:00:00.000Z' };
    expect(table(change({ before: { startsAt: null }, after: hard }))[1]).toBe(
      line('edit', 'Opening', 'planned start', 'linked', '2026-11-21T02:00:00.000Z'),
    );
  });

  it('says what was left out and came back, and has a line for a change of nothing', () => {
    const [, ...lines] = table(
      change({ action: 'skip', before: { skipped: false }, after: { skipped: true } }),
      change({ action: 'unskip', before: { skipped: true }, after: { skipped: false } }),
      change({ action: 'edit', before: { notes: 'x' }, after: { notes: 'x' } }),
    );
    expect(lines).toEqual([
      line('skip', 'Opening', 'left out', '', 'true'),
      line('unskip', 'Opening', 'left out', 'true', ''),
      line('edit', 'Opening', '', '', ''),
    ]);
  });
});
