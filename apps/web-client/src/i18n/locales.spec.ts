import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@manyhalls/contracts/text/language';

const folder = join(__dirname, 'locales');

/** Every string of a file by its dotted key; plural endings count as one key, since languages differ in them. */
function strings(file: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') found.set(path.replace(/_(zero|one|two|few|many|other)$/, '_plural'), node);
    else if (typeof node === 'object' && node !== null && !Array.isArray(node))
      for (const [key, value] of Object.entries(node)) walk(value, path ? `${path}.${key}` : key);
    else throw new Error(`${file}: ${path} is neither a string nor a group of strings`);
  };
  walk(JSON.parse(readFileSync(join(folder, file), 'utf8')), '');
  return found;
}

const variables = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}|<\/?\w+>/g) ?? [])].sort();

const namespaces = [...new Set(languages.flatMap((language) => readdirSync(join(folder, language))))].sort();

describe.each(namespaces)('%s', (namespace) => {
  const english = strings(`en/${namespace}`);

  it.each(languages)('is complete in %s: same keys, no empty string, same variables', (language) => {
    const words = strings(`${language}/${namespace}`);
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of words) {
      expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
      expect({ key, variables: variables(text) }).toEqual({
        key,
        variables: variables(english.get(key) ?? ''),
      });
    }
  });
});
