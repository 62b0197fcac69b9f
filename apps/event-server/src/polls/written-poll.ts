import { Fault, languages, type LocalizedTextDto, type WrittenPollDto } from '@manyhalls/contracts';
import { cleanText } from '../wire/clean-text';
import type { StoredPoll } from './poll';

/**
 * What a moderator wrote, as it is stored.
 * @throws {Fault} `bad-request` when nothing is left to be read of the question or of an option
 */
export function writtenPoll({
  question,
  options,
  multiple,
}: WrittenPollDto): Pick<StoredPoll, 'question' | 'options' | 'multiple'> {
  return {
    question: cleanLocalized(question),
    options: options.map(({ text }) => ({ text: cleanLocalized(text) })),
    multiple,
  };
}

function cleanLocalized(text: LocalizedTextDto): LocalizedTextDto {
  const clean: LocalizedTextDto = {};
  for (const language of languages) {
    const words = cleanText(text[language] ?? '');
    if (words) clean[language] = words;
  }
  if (Object.keys(clean).length === 0)
    throw new Fault('bad-request', 'there is nothing to be read in this text');
  return clean;
}
