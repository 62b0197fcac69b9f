import fc from 'fast-check';
import { isWithinDays } from '../sessions/within-days';
import { demoSessions } from './demo-event';
import { daysOf, timesFrom } from './demo-times';

const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

describe('the demo takes place now', () => {
  it('whenever that is: the plenary has begun and is not over', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const [plenary] = demoSessions.map((session) => timesFrom(now, session));
        expect(Date.parse(plenary?.startsAt ?? '')).toBeLessThanOrEqual(now.getTime());
        expect(Date.parse(plenary?.endsAt ?? '')).toBeGreaterThan(now.getTime());
      }),
    );
  });

  it('within the days of the event', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const times = demoSessions.map((session) => timesFrom(now, session));
        const days = daysOf(times);
        for (const { startsAt, endsAt } of times)
          expect(isWithinDays({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, days)).toBe(true);
      }),
    );
  });

  it('counts days in Tokyo', () => {
    expect(daysOf([{ startsAt: '2026-11-20T14:00:00Z', endsAt: '2026-11-20T16:00:00Z' }])).toEqual({
      firstDay: '2026-11-20',
      lastDay: '2026-11-21',
    });
  });
});
