/** See `nextHandState` in the domain. */
export const handStates = ['raised', 'admitted', 'on-programme', 'ended', 'lowered', 'dismissed'] as const;
export type HandState = (typeof handStates)[number];

/** What a moderator or show caller does with a raised hand. */
export const handSteps = ['admit', 'put-on', 'take-off', 'send-back', 'end', 'dismiss', 'reopen'] as const;
export type HandStep = (typeof handSteps)[number];
