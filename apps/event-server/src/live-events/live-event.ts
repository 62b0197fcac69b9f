import type { LiveEventDto } from '@manyhalls/contracts';

/** An event's own facts; its venues and sessions have services of their own. */
export type LiveEvent = Omit<LiveEventDto, 'venues' | 'sessions'>;
