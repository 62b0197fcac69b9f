import { languages } from '@manyhalls/contracts';
import { toCsv, type Cell } from '../http/csv';
import type { ExportedQuestion, QuestionEvent } from './question-export.service';

type Column = [name: string, cell: (question: ExportedQuestion, all: ExportedQuestion[]) => Cell];

const columns: Column[] = [
  ['number', ({ number }) => number],
  ['state', ({ state }) => state],
  ['language', ({ language }) => language],
  ['text', ({ text }) => text],
  ['originalText', ({ originalText }) => originalText],
  ...languages.map((language): Column => [
    `translation.${language}`,
    ({ translations }) => translations.find((one) => one.language === language)?.text ?? null,
  ]),
  ['author', ({ author }) => author?.displayName ?? null],
  ['institution', ({ author }) => author?.institution ?? null],
  ['country', ({ author }) => author?.country ?? null],
  ['anonymous', ({ anonymous }) => anonymous],
  ['venueId', ({ venueId }) => venueId],
  ['place', ({ place }) => place],
  ['votes', ({ votes }) => votes],
  ['position', ({ position }) => position],
  ['assignedTo', ({ assignedTo }) => assignedTo],
  ['claimedBy', ({ claimedBy }) => claimedBy?.displayName ?? null],
  ['answer', ({ answer }) => answer],
  ['rejectionReason', ({ rejectionReason }) => rejectionReason],
  ['mergedInto', ({ mergedIntoId }, all) => all.find(({ id }) => id === mergedIntoId)?.number ?? null],
  ['askedAt', ({ askedAt }) => askedAt],
  ['history', ({ history }) => history.map(inOneLine).join('\n')],
];

/** One line a question, for spreadsheets. */
export function toQuestionTable(questions: ExportedQuestion[]): string {
  return toCsv(
    columns.map(([name]) => name),
    questions.map((question) => columns.map(([, cell]) => cell(question, questions))),
  );
}

function inOneLine({ at, by, action, from, to, words }: QuestionEvent): string {
  const step = from === null || from === to ? action : `${action}, ${from} → ${to}`;
  return [at, by ?? '–', words === null ? step : `${step}: ${words.replaceAll('\n', ' ')}`].join(' · ');
}
