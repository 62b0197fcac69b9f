import type { Role } from '@manyhalls/contracts';
import { pickSignIn } from './pick-sign-in';

const signIn = (signInId: string, eventSlug: string | null, role: Role) => ({
  signInId,
  participantId: `person ${signInId}`,
  eventSlug,
  role,
  venueId: null,
  displayName: signInId,
  language: 'en' as const,
});
const installation = signIn('installation', null, 'organiser');
const host = signIn('host', 'forum', 'venue-host');
const attendee = signIn('attendee', 'forum', 'attendee');
const elsewhere = signIn('elsewhere', 'other-forum', 'show-caller');

const pick = (
  known: (typeof host)[],
  currentId: string | null,
  ...page: [string | null, 'session:control'?]
) => pickSignIn({ known, currentId }, ...page)?.signInId ?? null;

it('is nobody without a sign-in for this event', () => {
  expect(pick([], null, 'forum')).toBeNull();
  expect(pick([elsewhere], 'elsewhere', 'forum')).toBeNull();
});

it('is the tab’s own, though a newer one was made in another tab', () => {
  expect(pick([attendee, host], 'host', 'forum')).toBe('host');
});

it('is the newest one of the event in a new tab, before an organiser of the installation', () => {
  expect(pick([installation, attendee, host], null, 'forum')).toBe('attendee');
  expect(pick([installation], null, 'forum')).toBe('installation');
});

it('passes over those whose role may not do what the page is for', () => {
  expect(pick([attendee, host, installation], 'attendee', 'forum', 'session:control')).toBe('installation');
  expect(pick([attendee, host], 'attendee', 'forum', 'session:control')).toBeNull();
});

it('is an organiser of the installation outside any event', () => {
  expect(pick([host, elsewhere, installation], 'host', null)).toBe('installation');
  expect(pick([host, elsewhere], 'host', null)).toBeNull();
});
