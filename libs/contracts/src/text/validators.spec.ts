import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateVenueDto } from '../live-event/venue.dto';

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
    ['a key that would break an address', { ...venue, key: '../etc' }, 'key'],
  ])('refuses %s', (_, value, field) => {
    expect(fieldsAtFault(value)).toEqual([field]);
  });
});
