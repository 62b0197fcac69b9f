import { toSlug } from './to-slug';

it.each([
  ['Three Halls, One Forum 2026', 'three-halls-one-forum-2026'],
  ['  Économie & Cités — ', 'economie-cites'],
  ['会议', ''],
  ['', ''],
])('makes %p into %p', (title, slug) => expect(toSlug(title)).toBe(slug));

it('does not end in a dash when cut', () => {
  expect(toSlug('one two', 4)).toBe('one');
});
