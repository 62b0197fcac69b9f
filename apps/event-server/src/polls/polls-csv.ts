import { languages, type LocalizedTextDto } from '@manyhalls/contracts';
import { toCsv } from '../http/csv';
import type { Poll } from './poll';

const columns = [
  'poll',
  'made at',
  'state',
  'multiple',
  'results shown',
  ...languages.map((language) => `question ${language}`),
  'option',
  ...languages.map((language) => `option ${language}`),
  'chosen by',
  'people who answered',
];

const inAll = (text: LocalizedTextDto) => languages.map((language) => text[language] ?? null);

/** One line an option, for spreadsheets. */
export function pollsCsv(polls: Poll[]): string {
  const rows = polls.flatMap(({ madeAt, state, multiple, resultsShown, question, options, tally }, poll) =>
    options.map(({ text }, option) => [
      poll + 1,
      madeAt.toISOString(),
      state,
      multiple,
      resultsShown,
      ...inAll(question),
      option + 1,
      ...inAll(text),
      tally.choices[option] ?? 0,
      tally.people,
    ]),
  );
  return toCsv(columns, rows);
}
