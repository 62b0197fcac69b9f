/** scheduled → rehearsing → live → ended; rehearsing may be skipped or left again. Rules: domain `sessionMachine`. */
export const sessionStatuses = ['scheduled', 'rehearsing', 'live', 'ended'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionKinds = ['plenary', 'parallel'] as const;
export type SessionKind = (typeof sessionKinds)[number];
