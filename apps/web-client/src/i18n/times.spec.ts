import { dayAt, localTimes, writeDay, writeDays, writeMoment } from './times';

const jinan = { city: { en: 'Jinan' }, timeZone: 'Asia/Shanghai' };
const tokyo = { city: { en: 'Tokyo' }, timeZone: 'Asia/Tokyo' };
const osaka = { city: { en: 'Osaka' }, timeZone: 'Asia/Tokyo' };
const opening = { startsAt: '2020-07-30T02:00:00Z', endsAt: '2020-07-30T04:00:00Z' };

describe('localTimes', () => {
  it('puts halls whose clocks agree together, in protocol order', () => {
    expect(localTimes(opening, '2020-07-30', [jinan, tokyo, osaka], 'Asia/Tokyo')).toEqual([
      { cities: [{ en: 'Jinan' }], start: '10:00', end: '12:00', dayShift: 0 },
      { cities: [{ en: 'Tokyo' }, { en: 'Osaka' }], start: '11:00', end: '13:00', dayShift: 0 },
    ]);
  });

  it('adds a viewer whose clock reads differently, with the day they are in', () => {
    expect(localTimes(opening, '2020-07-30', [jinan], 'America/Los_Angeles')[1]).toEqual({
      cities: [],
      start: '19:00',
      end: '21:00',
      dayShift: -1,
    });
  });

  it('does not take the same clock on another day for the same time', () => {
    const dawn = { startsAt: '2020-07-30T12:00:00Z', endsAt: '2020-07-30T13:00:00Z' };
    const kiritimati = { city: { en: 'Kiritimati' }, timeZone: 'Pacific/Kiritimati' };
    const honolulu = { city: { en: 'Honolulu' }, timeZone: 'Pacific/Honolulu' };
    const times = localTimes(dawn, '2020-07-31', [kiritimati, honolulu], 'Pacific/Honolulu');
    expect(times.map(({ start, dayShift }) => [start, dayShift])).toEqual([
      ['02:00', 0],
      ['02:00', -1],
    ]);
  });
});

describe('dates', () => {
  // Runtimes differ in commas and in the spaces around dashes.
  it.each([
    ['en', /^Thursday,? 30 July 2020$/, /^30\s?–\s?31 July 2020$/],
    ['zh', /^2020年7月30日星期四$/, /^2020年7月30日至7月31日$/],
    ['ja', /^2020年7月30日木曜日$/, /^2020年7月30日～7月31日$/],
    ['ko', /^2020년 7월 30일 목요일$/, /^2020년 7월 30일\s?~\s?31일$/],
  ] as const)('cannot be misread in %s', (language, day, days) => {
    expect(writeDay('2020-07-30', language)).toMatch(day);
    expect(writeDays('2020-07-30', '2020-07-31', language)).toMatch(days);
  });

  it('name both years when the year turns', () => {
    expect(writeDays('2020-12-31', '2021-01-01', 'zh')).toBe('2020年12月31日至2021年1月1日');
  });

  it('write one day once', () => {
    expect(writeDays('2020-07-30', '2020-07-30', 'en')).toBe('30 July 2020');
  });

  it('belong to a place', () => {
    const lateEvening = new Date('2020-07-30T15:30:00Z');
    expect(dayAt(lateEvening, 'Asia/Shanghai')).toBe('2020-07-30');
    expect(dayAt(lateEvening, 'Asia/Tokyo')).toBe('2020-07-31');
    expect(writeMoment(lateEvening, 'Asia/Tokyo', 'en')).toBe('31 July 2020 at 00:30');
  });
});
