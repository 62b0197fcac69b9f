import type { WrittenPollDto } from '@manyhalls/contracts';
import { cleanLocalized } from '../wire/clean-localized';
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
