import type { CueDto, RundownChangedDto, RundownDto } from '@manyhalls/contracts';
import { changed, initialRundown, isGap, listed } from './rundown-state';

const cue = (id: string, version = 0) => ({ id, version }) as CueDto;
const rundown = (version: number, ...cues: CueDto[]): RundownDto => ({
  sessionId: 'one',
  version,
  orderVersion: 0,
  cues,
  takes: [],
  standbyCueId: null,
});
const told = (version: number, order: string[], ...cues: CueDto[]): RundownChangedDto => ({
  version,
  orderVersion: 1,
  order,
  cues,
  takes: [],
  standbyCueId: 'b',
});

describe('the known rundown', () => {
  const known = listed(rundown(4, cue('a'), cue('b')));

  it('takes in what changed, in the order told, and drops what was removed', () => {
    expect(changed(known, told(5, ['c', 'a'], cue('c'), cue('a', 1)))).toMatchObject({
      version: 5,
      orderVersion: 1,
      cues: [cue('c'), cue('a', 1)],
      standbyCueId: 'b',
    });
  });

  it('ignores what it knows already', () => {
    expect(changed(known, told(4, []))).toBe(known);
  });

  it('notices what it missed, once it knows anything at all', () => {
    expect(isGap(known, told(5, []))).toBe(false);
    expect(isGap(known, told(6, []))).toBe(true);
    expect(isGap(initialRundown, told(6, []))).toBe(false);
  });
});
