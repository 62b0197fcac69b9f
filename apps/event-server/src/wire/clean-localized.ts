import { Fault, languages, type LocalizedTextDto } from '@manyhalls/contracts';
import { cleanText } from './clean-text';

/**
 * What a person wrote in several languages, as it is stored.
 * @throws {Fault} `bad-request` when nothing is left to be read
 */
export function cleanLocalized(text: LocalizedTextDto): LocalizedTextDto {
  const clean: LocalizedTextDto = {};
  for (const language of languages) {
    const words = cleanText(text[language] ?? '');
    if (words) clean[language] = words;
  }
  if (Object.keys(clean).length === 0)
    throw new Fault('bad-request', 'there is nothing to be read in this text');
  return clean;
}
