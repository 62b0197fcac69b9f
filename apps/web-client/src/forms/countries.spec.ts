import { countryName, listCountries } from './countries';

it('lists every country once, those of the halls first', () => {
  const countries = listCountries('en', ['JP', 'CN', 'JP']);
  const codes = countries.map(({ code }) => code);
  expect(codes.slice(0, 2)).toEqual(['JP', 'CN']);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(249);
  expect(countries[2]?.name).toBe('Afghanistan');
});

it('names them in the reader’s language', () => {
  expect(countryName('KR', 'ko')).toBe('대한민국');
  expect(countryName('JP', 'zh')).toBe('日本');
});
