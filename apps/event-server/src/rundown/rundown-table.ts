import { languages } from '@manyhalls/contracts';
import { rundownTimes } from '@manyhalls/domain';
import { toCsv, type Cell } from '../http/csv';
import type { Session } from '../sessions/session';
import type { Cue, Rundown } from './cue';
import { greetingNamed, inOneLine, moment, picked, type CueSources } from './cue-cells';
import { toCueDto, toTakeDto } from './cue-views';

const columns = [
  'cue',
  'type',
  ...languages.map((language) => `title ${language}`),
  ...languages.map((language) => `speakers ${language}`),
  'planned start',
  'planned end',
  'starts',
  'expected start',
  'expected end',
  'actual start',
  'actual end',
  'over seconds',
  'held seconds',
  'taken by',
  'layout',
  'pictures',
  'greeting',
  'ad-lib',
  'left out',
  'notes',
];

/**
 * One line a cue, for spreadsheets. What was rehearsed is not in it; a cue that was removed is, once it was taken.
 * @param now milliseconds since 1970, from which the expected times follow
 */
export function toRundownTable(rundown: Rundown, session: Session, now: number, sources: CueSources): string {
  const takes = rundown.takes.filter(({ rehearsal }) => !rehearsal);
  const cues = [
    ...rundown.cues,
    ...rundown.removed.filter(({ id }) => takes.some((take) => take.cueId === id)),
  ]
    .toSorted((a, b) => a.position - b.position)
    // It takes no time of the plan any more.
    .map((cue) => (cue.removedAt === null ? cue : { ...cue, skipped: true }));
  const until = session.status === 'ended' ? null : now;
  const times = rundownTimes(cues.map(toCueDto), takes.map(toTakeDto), session.startsAt, until);
  const rows = cues.map((cue, index): Cell[] => {
    const time = times.cues[index];
    const take = takes.findLast(({ cueId }) => cueId === cue.id);
    return [
      index + 1,
      cue.type,
      ...languages.map((language) => cue.title[language] ?? null),
      ...languages.map((language) => inOneLine(cue.speakers, language)),
      moment(time?.planned?.start),
      moment(time?.planned?.end),
      cue.startsAt === null ? 'linked' : 'hard',
      moment(time?.expected?.start),
      moment(time?.expected?.end),
      moment(time?.actual?.start),
      moment(time?.actual?.end),
      typeof time?.overMs === 'number' ? Math.round(time.overMs / 1000) : null,
      take ? Math.round(take.heldSeconds) : null,
      take?.takenBy ?? null,
      cue.layout,
      picked(cue.picks, sources),
      cue.greetingId && greetingNamed(cue.greetingId, sources),
      cue.adLib,
      leftOut(cue),
      cue.notes,
    ];
  });
  return toCsv(columns, rows);
}

function leftOut({ removedAt, skipped }: Cue): string | null {
  if (removedAt !== null) return 'removed';
  return skipped ? 'skipped' : null;
}
