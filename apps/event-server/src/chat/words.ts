/** Invisible in between: zero-width characters, soft hyphens, variation selectors. */
const invisible = /[\p{Cf}\p{Variation_Selector}]/gu;

/** How words are compared: full width, capitals and what is hidden in between make no difference. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * Tells whether a text has one of these words in it, also inside longer ones: Chinese and Japanese have no spaces, and
 * a moderator's glance costs less than a slip.
 */
export function finderOf(words: readonly string[]): (text: string) => boolean {
  const sought = words.map((word) => folded(word).trim()).filter((word) => word !== '');
  if (sought.length === 0) return () => false;
  return (text) => {
    const searched = folded(text);
    return sought.some((word) => searched.includes(word));
  };
}

/** With a scheme, with `www.`, or a host that people would type; browsers also take `。` for a dot. */
const link =
  /[a-z][a-z0-9+-]{1,20}:\/\/\S|(?<![\p{L}\p{N}])www[.。]\S|(?<![\p{L}\p{N}.。@-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?[.。]){1,8}(?:com|net|org|info|biz|io|me|ly|gg|tv|co|app|dev|xyz|top|site|online|shop|club|link|cn|jp|kr|tw|hk|us|uk|ru|eu)(?![\p{L}\p{N}-])/u;

/** Whether there is something that looks like an address of the web. */
export function hasLink(text: string): boolean {
  return link.test(folded(text));
}
