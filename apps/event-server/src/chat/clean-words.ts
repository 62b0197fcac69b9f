import { Fault } from '@manyhalls/contracts';
import { cleanText } from '../wire/clean-text';

/**
 * What a person wrote, as it is stored.
 * @throws {Fault} `bad-request` when nothing is left of it
 */
export function cleanWords(text: string): string {
  const cleaned = cleanText(text);
  if (cleaned === '') throw new Fault('bad-request', 'there is nothing to read in this text');
  return cleaned;
}
