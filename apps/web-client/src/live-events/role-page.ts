import type { LiveEventDto } from '@manyhalls/contracts';
import { currentSession } from './current-session';
import type { KnownSignIn } from '../sign-in/known-sign-ins';

/** The page of one session that somebody works or watches on. */
export function sessionPage(role: KnownSignIn['role'], slug: string, sessionId: string): string {
  const room = `/events/${slug}/sessions/${sessionId}`;
  if (role === 'venue-host') return `${room}/hall`;
  if (role === 'moderator') return `${room}/moderate`;
  if (role === 'show-caller' || role === 'organiser') return `${room}/control`;
  return room;
}

/** Where somebody goes first after accepting an invitation. `event` null: they run the installation. */
export function firstPage(signIn: KnownSignIn, event: LiveEventDto | null, now: Date): string {
  if (!event) return '/organise';
  if (signIn.role === 'organiser') return `/organise/${event.slug}`;
  const session = currentSession(event.sessions, now, signIn.venueId);
  return session ? sessionPage(signIn.role, event.slug, session.id) : `/events/${event.slug}`;
}
