/** One line a link, the links below each other. */
export function alignedLinks(links: readonly { label: string; link: string }[]): string {
  const width = Math.max(...links.map(({ label }) => label.length));
  return links.map(({ label, link }) => `  ${label.padEnd(width)}  ${link}`).join('\n');
}
