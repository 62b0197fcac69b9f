import { sessionStatuses } from '@manyhalls/contracts';
import { maySessionBecome, nextStatuses } from './session-machine';

describe('session machine', () => {
  it('runs scheduled → rehearsing → live → ended', () => {
    expect(maySessionBecome('scheduled', 'rehearsing')).toBe(true);
    expect(maySessionBecome('rehearsing', 'live')).toBe(true);
    expect(maySessionBecome('live', 'ended')).toBe(true);
  });

  it('lets a crew go live without rehearsal, and leave a rehearsal', () => {
    expect(maySessionBecome('scheduled', 'live')).toBe(true);
    expect(maySessionBecome('rehearsing', 'scheduled')).toBe(true);
  });

  it('lets a crew that ended by a slip go live again', () => {
    expect(nextStatuses('ended')).toEqual(['live']);
  });

  it('never takes a live session back to before it was live', () => {
    expect(nextStatuses('live')).toEqual(['ended']);
  });

  it('does not count staying as a change', () => {
    for (const status of sessionStatuses) expect(maySessionBecome(status, status)).toBe(false);
  });
});
