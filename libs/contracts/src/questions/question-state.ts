/** See `questionMachine` in the domain. */
export const questionStates = [
  'submitted',
  'approved',
  'rejected',
  'claimed',
  'on-stage',
  'answered',
  'dismissed',
] as const;
export type QuestionState = (typeof questionStates)[number];

/** What a moderator does to a question. */
export const questionSteps = [
  'approve',
  'reject',
  'reconsider',
  'claim',
  'release',
  'put-on-stage',
  'take-off-stage',
  'answer',
  'dismiss',
  'reopen',
  'unmerge',
] as const;
export type QuestionStep = (typeof questionSteps)[number];
