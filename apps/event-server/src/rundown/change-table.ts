import { languages } from '@manyhalls/contracts';
import { localize } from '@manyhalls/domain';
import { toCsv, type Cell } from '../http/csv';
import type { CueChange, CueRecord, Rundown } from './cue';
import { greetingNamed, inOneLine, moment, picked, type CueSources } from './cue-cells';

const columns = ['when', 'who', 'what', 'cue', 'field', 'before', 'after'];

/** Who changed what, for who asks afterwards: one line for each thing that became another, the oldest first. */
export function toChangeTable(
  { cues, removed }: Pick<Rundown, 'cues' | 'removed'>,
  changes: readonly CueChange[],
  sources: CueSources,
): string {
  const titles = new Map([...cues, ...removed].map(({ id, title }) => [id, localize(title, 'en').words]));
  const rows = changes.flatMap(({ at, changedBy, action, cueId, before, after }): Cell[][] => {
    const [was, is] = [cellsOf(before ?? {}, sources), cellsOf(after ?? {}, sources)];
    const fields = Object.keys(is).filter((field) => (was[field] ?? null) !== (is[field] ?? null));
    const change = [at.toISOString(), changedBy, action, titles.get(cueId) ?? null];
    if (fields.length === 0) return [[...change, null, null, null]];
    return fields.map((field) => [...change, field, was[field] ?? null, is[field] ?? null]);
  });
  return toCsv(columns, rows);
}

/** What is written of a cue, by the name of its field. Of what the record does not speak there is nothing. */
function cellsOf(cue: CueRecord, sources: CueSources): Record<string, Cell | undefined> {
  const { type, title, speakers, startsAt, lengthSeconds, layout, picks, greetingId, notes } = cue;
  const cells: Record<string, Cell | undefined> = {
    position: cue.position || null,
    type,
    'planned start': startsAt === null ? 'linked' : moment(startsAt),
    'length seconds': lengthSeconds,
    layout,
    pictures: picks && picked(picks, sources),
    greeting: greetingId && greetingNamed(greetingId, sources),
    notes: notes || null,
    'left out': cue.skipped || null,
    removed: moment(cue.removedAt),
  };
  for (const language of languages) {
    if (title) cells[`title ${language}`] = title[language] ?? null;
    if (speakers) cells[`speakers ${language}`] = inOneLine(speakers, language) || null;
  }
  return cells;
}
