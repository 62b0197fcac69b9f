import type { Role } from '@manyhalls/contracts';

const crew: Role[] = ['organiser', 'show-caller', 'venue-host', 'moderator', 'speaker', 'interpreter'];
const everybody: Role[] = [...crew, 'attendee'];

/** Which roles may do what. Every socket handler and HTTP route that needs a ticket names one of these. */
const table = {
  'event:create': ['organiser'],
  'event:edit': ['organiser'],
  'invitation:manage': ['organiser'],
  'participant:revoke': ['organiser'],
  'media:inspect': ['organiser', 'show-caller'],
  'session:join': everybody,
  'session:control': ['organiser', 'show-caller'],
  /** An attendee only during the own turn to speak, which is looked up each time. */
  'feed:publish': ['venue-host', 'attendee'],
  'feed:go-on-air': ['venue-host'],
  /** A host takes the own feed off the air; who controls the session, any. */
  'feed:leave-air': ['venue-host', 'organiser', 'show-caller'],
  /** See feeds that are not on programme: green room and on air. */
  'feed:watch-backstage': crew,
  'feed:watch': everybody,
  'presence:list': crew,
  'chat:use': everybody,
  'chat:moderate': ['organiser', 'show-caller', 'moderator'],
  'moderation:ban': ['organiser', 'moderator'],
  'question:use': everybody,
  /** Pass on what was asked in the room. */
  'question:ask-from-floor': ['venue-host'],
  'question:moderate': ['organiser', 'moderator'],
  'hand:raise': ['attendee'],
  'hand:moderate': ['organiser', 'show-caller', 'moderator'],
  'poll:use': everybody,
  'rundown:read': crew,
  'rundown:edit': ['organiser', 'show-caller'],
  'cue:take': ['organiser', 'show-caller'],
  'greeting:manage': ['organiser', 'show-caller'],
  'poll:moderate': ['organiser', 'show-caller', 'moderator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  return (table[permission] as readonly Role[]).includes(role);
}

/** Whether a role works on the event rather than attending it. */
export function isCrew(role: Role): boolean {
  return crew.includes(role);
}
