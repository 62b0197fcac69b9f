import { decodeText } from './read-text';

it('reads UTF-8, and what a country’s editors wrote before it', () => {
  expect(decodeText(new TextEncoder().encode('知事のご挨拶'), 'ja')).toBe('知事のご挨拶');
  expect(decodeText(Uint8Array.from([0x92, 0x6d, 0x8e, 0x96]), 'ja')).toBe('知事');
  expect(decodeText(Uint8Array.from([0xd6, 0xaa, 0xca, 0xc2]), 'zh')).toBe('知事');
});
