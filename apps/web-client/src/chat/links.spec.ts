import { splitLinks } from './links';

const hrefs = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

it.each([
  ['see https://example.com/a?b=c#d.', 'https://example.com/a?b=c#d'],
  ['请看https://example.com/议程，谢谢', 'https://example.com/'],
  ['（http://example.com）', 'http://example.com'],
  ['HTTPS://EXAMPLE.COM/x)', 'HTTPS://EXAMPLE.COM/x'],
])('finds the address in %j', (text, href) => expect(hrefs(text)).toEqual([href]));

it.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'ftp://example.com',
  'www.example.com',
  '//example.com',
  'https://bank.example@evil.example/',
  'https://',
  'xhttps://example.com',
  '[words](javascript:alert(1))',
])('leaves %j plain', (text) => expect(splitLinks(text)).toEqual([{ text }]));

it('loses no character', () => {
  const text = 'a https://example.com/1, <b>https://example.com/2</b> 、http://x 。';
  expect(
    splitLinks(text)
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
  expect(hrefs(text)).toEqual(['https://example.com/1', 'https://example.com/2', 'http://x']);
});
