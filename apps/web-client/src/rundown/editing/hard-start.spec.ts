import { toClock, toMoment } from './hard-start';

const morning = { startsAt: '2020-07-30T10:00:00+08:00', endsAt: '2020-07-30T12:00:00+08:00' };
const night = { startsAt: '2020-07-30T23:00:00+09:00', endsAt: '2020-07-31T01:00:00+09:00' };

it('is read on the clock of the hall it was written for', () => {
  expect(toMoment('10:30', 'Asia/Shanghai', morning)).toBe('2020-07-30T10:30:00+08:00');
  expect(toMoment('11:30', 'Asia/Tokyo', morning)).toBe('2020-07-30T11:30:00+09:00');
});

it('is on the day on which the session is, before and after midnight', () => {
  expect(toMoment('23:30', 'Asia/Tokyo', night)).toBe('2020-07-30T23:30:00+09:00');
  expect(toMoment('00:15', 'Asia/Tokyo', night)).toBe('2020-07-31T00:15:00+09:00');
  expect(toMoment('22:45', 'Asia/Shanghai', night)).toBe('2020-07-30T22:45:00+08:00');
});

it('comes back as it was written', () => {
  const moment = toMoment('10:30', 'Asia/Shanghai', morning);
  expect(toClock(moment, 'Asia/Shanghai')).toBe('10:30');
  expect(toClock(moment, 'Asia/Tokyo')).toBe('11:30');
});
