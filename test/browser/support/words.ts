import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@manyhalls/contracts';

/**
 * What the pages say in a language.
 * @param key as in `locales/<language>/<namespace>.json`, such as `hall:devices.open`
 */
export function words(language: Language, key: string): string {
  const [namespace, path = ''] = key.split(':');
  const file = resolve(`apps/web-client/src/i18n/locales/${language}/${namespace}.json`);
  let found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const step of path.split('.')) found = Object(found)[step];
  if (typeof found !== 'string') throw new Error(`there are no words for ${key} in ${language}`);
  return found;
}
