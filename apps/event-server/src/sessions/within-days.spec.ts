import { isWithinDays } from './within-days';

const event = { firstDay: '2020-07-30', lastDay: '2020-07-31' };
const within = (from: string, to: string) =>
  isWithinDays({ startsAt: new Date(from), endsAt: new Date(to) }, event);

describe("the event's days", () => {
  it('begin where the day begins first and end where it ends last', () => {
    expect(within('2020-07-30T00:00:00+14:00', '2020-07-31T24:00:00-12:00')).toBe(true);
    expect(within('2020-07-29T23:59:59+14:00', '2020-07-30T12:00:00Z')).toBe(false);
    expect(within('2020-07-30T12:00:00Z', '2020-08-01T00:00:01-12:00')).toBe(false);
  });

  it('hold a whole day of any hall', () => {
    expect(within('2020-07-30T00:00:00+09:00', '2020-07-30T24:00:00+09:00')).toBe(true);
  });
});
