import type { CrewQuestionDto, Language } from '@manyhalls/contracts';

/** How the desk is divided, from what is most urgent to what is over. */
export const deskSections = ['on-stage', 'mine', 'queue', 'approved', 'others', 'done'] as const;
export type DeskSection = (typeof deskSections)[number];

export interface DeskFilter {
  language: Language | null;
  venueId: string | null;
  section: DeskSection | null;
}

export const noFilter: DeskFilter = { language: null, venueId: null, section: null };

export function sectionOf(
  { state, mergedIntoId, claimedBy }: CrewQuestionDto,
  participantId: string,
): DeskSection {
  if (mergedIntoId) return 'done';
  if (state === 'submitted') return 'queue';
  if (state === 'approved' || state === 'on-stage') return state;
  if (state === 'claimed') return claimedBy?.participantId === participantId ? 'mine' : 'others';
  return 'done';
}

type Compare = (one: CrewQuestionDto, other: CrewQuestionDto) => number;

const oldestFirst: Compare = (one, other) => one.number - other.number;
const newestFirst: Compare = (one, other) => other.number - one.number;
/** As the moderators put them; what was not put in order follows by votes. */
const inOrder: Compare = (one, other) =>
  (one.position ?? Infinity) - (other.position ?? Infinity) ||
  other.votes - one.votes ||
  oldestFirst(one, other);

const orders: Record<DeskSection, Compare> = {
  'on-stage': oldestFirst,
  mine: oldestFirst,
  queue: oldestFirst,
  approved: inOrder,
  others: oldestFirst,
  done: newestFirst,
};

/** All questions by section, in the order in which they are shown there. */
export function bySection(
  questions: readonly CrewQuestionDto[],
  participantId: string,
): Record<DeskSection, CrewQuestionDto[]> {
  const sections: Record<DeskSection, CrewQuestionDto[]> = {
    'on-stage': [],
    mine: [],
    queue: [],
    approved: [],
    others: [],
    done: [],
  };
  for (const question of questions) sections[sectionOf(question, participantId)].push(question);
  for (const section of deskSections) sections[section].sort(orders[section]);
  return sections;
}

export function fits({ language, venueId }: DeskFilter, question: CrewQuestionDto): boolean {
  return (!language || question.language === language) && (!venueId || question.venueId === venueId);
}

/**
 * The approved questions with one of them moved past its neighbour among those that are shown.
 * @returns `null` where it stands at the end already
 */
export function moved(
  all: readonly string[],
  shown: readonly string[],
  id: string,
  by: 1 | -1,
): string[] | null {
  const neighbour = shown[shown.indexOf(id) + by];
  if (!shown.includes(id) || neighbour === undefined) return null;
  const others = all.filter((other) => other !== id);
  others.splice(others.indexOf(neighbour) + (by > 0 ? 1 : 0), 0, id);
  return others;
}
