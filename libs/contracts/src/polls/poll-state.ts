/** See `pollMachine` in the domain. */
export const pollStates = ['draft', 'open', 'closed'] as const;
export type PollState = (typeof pollStates)[number];

/** What a moderator does to a poll. */
export const pollSteps = ['open', 'close', 'reopen'] as const;
export type PollStep = (typeof pollSteps)[number];
