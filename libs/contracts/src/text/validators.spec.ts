import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateVenueDto } from '../live-event/venue.dto';
import { MayBeAbsent } from '../wire/may-be-absent';
import { IsDay, IsInstant, IsWords } from './validators';

const venue = {
  key: 'tokyo',
  city: { ja: '東京', en: 'Tokyo' },
  name: { en: 'Hall' },
  country: 'JP',
  timeZone: 'Asia/Tokyo',
};
const fieldsAtFault = (value: unknown) =>
  validateSync(plainToInstance(CreateVenueDto, value), { whitelist: true, forbidNonWhitelisted: true }).map(
    (fault) => fault.property,
  );

describe('localized text and time zones on the wire', () => {
  it('accepts a hall with words in some languages', () => {
    expect(fieldsAtFault(venue)).toEqual([]);
  });

  it.each([
    ['no words at all', { ...venue, city: {} }, 'city'],
    ['blank words only', { ...venue, city: { ja: '  ' } }, 'city'],
    ['words that are not text', { ...venue, city: { ja: 5 } }, 'city'],
    ['a language we do not have', { ...venue, city: { ja: '東京', fr: 'Tokyo' } }, 'city'],
    ['text where languages are wanted', { ...venue, city: 'Tokyo' }, 'city'],
    ['nothing where text is wanted', { ...venue, city: null }, 'city'],
    ['a time zone that does not exist', { ...venue, timeZone: 'Asia/Atlantis' }, 'timeZone'],
    ['a country that does not exist', { ...venue, country: 'XX' }, 'country'],
    ['a country in small letters', { ...venue, country: 'jp' }, 'country'],
    ['a key that would break an address', { ...venue, key: '../etc' }, 'key'],
  ])('refuses %s', (_, value, field) => {
    expect(fieldsAtFault(value)).toEqual([field]);
  });
});

class Sample {
  @MayBeAbsent() @IsDay() day?: string;
  @MayBeAbsent() @IsInstant() instant?: string;
  @MayBeAbsent() @IsWords(5) words?: string;
}
const isFit = (sample: object) => validateSync(plainToInstance(Sample, sample)).length === 0;

describe('days, moments and words on the wire', () => {
  it.each([
    { day: '2020-07-30' },
    { day: '2024-02-29' },
    { instant: '2020-07-30T09:00:00+08:00' },
    { instant: '2020-07-30T01:00Z' },
    { words: '济南' },
    {},
  ])('accepts %j', (sample) => {
    expect(isFit(sample)).toBe(true);
  });

  it.each([
    { day: '2023-02-29' },
    { day: '2020-7-3' },
    { day: '20200730' },
    { day: 20200730 },
    { day: null },
    { instant: '2020-07-30' },
    { instant: '2020-07-30T09:00:00' },
    { instant: '2020-02-30T09:00:00Z' },
    { instant: '2020-07-30T25:00:00Z' },
    { instant: 'tomorrow' },
    { words: ' \n ' },
    { words: 'longer' },
    { words: ['a'] },
    { words: null },
  ])('refuses %j', (sample) => {
    expect(isFit(sample)).toBe(false);
  });
});
