import type { AuthorDto, MessageDto } from '@manyhalls/contracts';

/** Everybody whose messages are here, who wrote last first. */
export function authorsOf(messages: readonly MessageDto[]): AuthorDto[] {
  const authors = new Map<string, AuthorDto>();
  for (const { author } of messages.toReversed())
    if (!authors.has(author.participantId)) authors.set(author.participantId, author);
  return [...authors.values()];
}

/** What is being written after the last `@` before the cursor; `null` when that is no name any more. */
export function mentionAt(text: string, cursor: number): { start: number; part: string } | null {
  const start = text.lastIndexOf('@', cursor - 1);
  if (start < 0 || /[\w.]/.test(text[start - 1] ?? '')) return null;
  const part = text.slice(start + 1, cursor);
  return part.length <= 40 && !part.includes('\n') ? { start, part } : null;
}

/** Those whose name, or a word of it, begins so. */
export function matching(authors: readonly AuthorDto[], part: string): AuthorDto[] {
  const wanted = part.toLocaleLowerCase();
  return authors.filter(({ displayName }) => {
    const name = displayName.toLocaleLowerCase();
    return name !== wanted && (name.startsWith(wanted) || name.includes(` ${wanted}`));
  });
}

/** Splits a text at the `@` names of those who were mentioned. Every character is in exactly one part. */
export function splitMentions(text: string, names: readonly string[]): { text: string; mention: boolean }[] {
  const wanted = names.map((name) => `@${name}`).sort((one, other) => other.length - one.length);
  const parts: { text: string; mention: boolean }[] = [];
  let rest = text;
  while (rest) {
    const places = wanted.map((name) => rest.indexOf(name)).filter((place) => place >= 0);
    const place = places.length > 0 ? Math.min(...places) : rest.length;
    if (place > 0) parts.push({ text: rest.slice(0, place), mention: false });
    const found = wanted.find((name) => rest.startsWith(name, place));
    if (found) parts.push({ text: found, mention: true });
    rest = rest.slice(place + (found?.length ?? 0));
  }
  return parts;
}
