import { browserFamily, troubleOf } from './capture-problem';

const named = (name: string) => Object.assign(new Error(name), { name });

it.each([
  ['NotAllowedError', 'denied'],
  ['NotReadableError', 'in-use'],
  ['NotFoundError', 'not-found'],
  ['OverconstrainedError', 'not-found'],
  ['TypeError', 'failed'],
])('reads %s as %s', (name, trouble) => expect(troubleOf(named(name))).toBe(trouble));

it('takes whatever is not an error for a plain failure', () => expect(troubleOf('no')).toBe('failed'));

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'safari'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36',
    'chromium',
  ],
])('knows the browser of %s', (userAgent, family) => expect(browserFamily(userAgent)).toBe(family));
