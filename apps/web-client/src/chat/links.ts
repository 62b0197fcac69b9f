/** A stretch of text; `href` where it is an address that is safe to open. */
export interface Stretch {
  text: string;
  href?: string;
}

/** Only ASCII: what looks like another site in other letters stays plain text. */
const address = /\bhttps?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;
/** What ends a sentence rather than an address. */
const ending = /[.,;:!?'*)\]]+$/;

/** Splits a text at its web addresses. Every character of the text is in exactly one stretch. */
export function splitLinks(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = found.replace(ending, '');
    if (!isOpenable(href)) continue;
    if (index > done) stretches.push({ text: text.slice(done, index) });
    stretches.push({ text: href, href });
    done = index + href.length;
  }
  if (done < text.length) stretches.push({ text: text.slice(done) });
  return stretches;
}

/** A name before `@` makes an address look like another site's. */
function isOpenable(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { username, password } = new URL(href);
  return !username && !password;
}
