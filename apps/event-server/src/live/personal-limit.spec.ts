import { Fault } from '@manyhalls/contracts';
import { PersonalLimit } from './personal-limit';

/** What is told to whoever exceeds the limit; `null` to whoever does not. */
function refusalOf(limit: PersonalLimit, person: string, now: number) {
  try {
    limit.demand(person, now);
    return null;
  } catch (thrown) {
    return thrown instanceof Fault ? thrown.toWire() : thrown;
  }
}

describe('PersonalLimit', () => {
  it('says how long to wait, and lets pass then', () => {
    const limit = new PersonalLimit(2, 0.05);
    expect([0, 0].map((now) => refusalOf(limit, 'one', now))).toEqual([null, null]);
    expect(refusalOf(limit, 'one', 5_000)).toMatchObject({
      code: 'too-many-requests',
      details: { retryAfterMs: 15_000 },
    });
    expect(refusalOf(limit, 'one', 20_000)).toBeNull();
  });

  it('is one for each person', () => {
    const limit = new PersonalLimit(1, 1);
    expect(refusalOf(limit, 'one', 0)).toBeNull();
    expect(refusalOf(limit, 'one', 0)).not.toBeNull();
    expect(refusalOf(limit, 'other', 0)).toBeNull();
  });

  it('forgets nobody who still has to wait, in whatever crowd', () => {
    const limit = new PersonalLimit(1, 1);
    limit.demand('one', 0);
    for (let index = 0; index < 20_000; index++) limit.demand(`person ${index}`, 1);
    expect(refusalOf(limit, 'one', 1)).not.toBeNull();
  });
});
