/** An address for a title in Latin letters: "Three Halls, One Forum 2026" → `three-halls-one-forum-2026`. */
export function toSlug(title: string, longest = 60): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}
