import type { LiveSession } from '../live/live-session';

/** What a chat needs of the live connection. */
export type ChatLink = Pick<LiveSession, 'ask' | 'on' | 'listen' | 'store'>;
