import { daysOf, toMoments, toWrittenTime } from './session-time';

const morning = { day: '2020-07-30', start: '10:00', end: '12:00' };

it('means the clock of the place it is written for', () => {
  expect(toMoments(morning, 'Asia/Shanghai')).toEqual({
    startsAt: '2020-07-30T10:00:00+08:00',
    endsAt: '2020-07-30T12:00:00+08:00',
  });
  expect(toMoments(morning, 'Asia/Tokyo').startsAt).toBe('2020-07-30T10:00:00+09:00');
});

it('ends on the next day when the end is not after the start', () => {
  const banquet = { day: '2020-07-30', start: '21:30', end: '00:15' };
  expect(toMoments(banquet, 'Asia/Seoul').endsAt).toBe('2020-07-31T00:15:00+09:00');
});

it('ends on the clock of the place, also through a change of the clocks', () => {
  const night = { day: '2020-03-29', start: '01:00', end: '04:00' };
  expect(toMoments(night, 'Europe/Berlin')).toEqual({
    startsAt: '2020-03-29T01:00:00+01:00',
    endsAt: '2020-03-29T04:00:00+02:00',
  });
});

it.each(['Asia/Shanghai', 'Asia/Tokyo', 'America/Los_Angeles'])(
  'reads back what was written in %s',
  (zone) => {
    expect(toWrittenTime(toMoments(morning, zone), zone)).toEqual(morning);
  },
);

it('refuses what is no time', () => {
  expect(() => toMoments({ ...morning, start: '' }, 'Asia/Tokyo')).toThrow(RangeError);
});

it('lists the days of an event, both ends included', () => {
  expect(daysOf({ firstDay: '2020-07-30', lastDay: '2020-08-01' })).toEqual([
    '2020-07-30',
    '2020-07-31',
    '2020-08-01',
  ]);
});
