import type { Language, Role, SignInDto } from '@manyhalls/contracts';
import { create } from 'zustand';

/** What this browser remembers of a sign-in. Nothing in it is secret: the secret is an HttpOnly cookie. */
export interface KnownSignIn {
  signInId: string;
  participantId: string;
  /** `null`: an organiser of the whole installation. */
  eventSlug: string | null;
  role: Role;
  venueId: string | null;
  displayName: string;
  language: Language;
}

interface SignInState {
  /** Newest first. */
  known: KnownSignIn[];
  /** What this tab works as: two tabs of one browser may be a venue host and an attendee. */
  currentId: string | null;
  /** Sign-ins that the server took back while this page was open. */
  revoked: KnownSignIn[];
}

const knownKey = 'manyhalls.sign-ins';
const currentKey = 'manyhalls.sign-in';

function readKnown(): KnownSignIn[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(knownKey) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

export const useSignInStore = create<SignInState>(() => ({
  known: readKnown(),
  currentId: sessionStorage.getItem(currentKey),
  revoked: [],
}));

window.addEventListener('storage', (event) => {
  if (event.key === knownKey) readAgain();
});

function readAgain(): void {
  useSignInStore.setState(({ revoked }) => ({
    known: readKnown().filter(({ signInId }) => !revoked.some((taken) => taken.signInId === signInId)),
  }));
}

function setKnown(known: KnownSignIn[]): void {
  localStorage.setItem(knownKey, JSON.stringify(known));
  readAgain();
}

/** Remembers who the person is now, and makes this tab work as them. */
export function rememberSignIn({ signInId, me }: SignInDto): KnownSignIn {
  const { participantId, eventSlug, role, venueId, displayName, language } = me;
  const signIn = { signInId, participantId, eventSlug, role, venueId, displayName, language };
  setKnown([signIn, ...readKnown().filter((other) => other.participantId !== participantId)]);
  makeCurrent(signInId);
  return signIn;
}

function makeCurrent(signInId: string): void {
  sessionStorage.setItem(currentKey, signInId);
  useSignInStore.setState({ currentId: signInId });
}

export function forgetSignIn(signInId: string): void {
  setKnown(readKnown().filter((known) => known.signInId !== signInId));
}

/** Until the page is loaded again: what the server took back, such as by a ban, it may have given back by then. */
export function setAsideSignIn(signInId: string): void {
  const signIn = readKnown().find((known) => known.signInId === signInId);
  if (signIn) useSignInStore.setState(({ revoked }) => ({ revoked: [signIn, ...revoked] }));
  readAgain();
}
