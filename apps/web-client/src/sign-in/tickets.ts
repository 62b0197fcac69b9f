import type { SignInDto } from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { http, type Method, type RequestOptions } from '../api/http';
import { forgetSignIn, rememberSignIn, setAsideSignIn, useSignInStore } from './known-sign-ins';

/** A ticket is exchanged this long before it ends, in ms. */
const margin = 30_000;

interface HeldTicket {
  ticket: string;
  /** On this page's monotonic clock, so that a wrong wall clock does not matter. */
  freshUntil: number;
}

const held = new Map<string, HeldTicket>();
const refreshing = new Map<string, Promise<string>>();

function hold({ signInId, ticket, ticketExpiresAt, serverTime }: SignInDto): string {
  const lifetime = Date.parse(ticketExpiresAt) - Date.parse(serverTime);
  held.set(signInId, { ticket, freshUntil: performance.now() + lifetime - margin });
  return ticket;
}

/** Takes up a sign-in that the server just gave: after registering or accepting an invitation. */
export function takeUpSignIn(signIn: SignInDto) {
  hold(signIn);
  return rememberSignIn(signIn);
}

async function refresh(signInId: string): Promise<string> {
  try {
    return hold(await http<SignInDto>('POST', `sign-ins/${signInId}/refresh`));
  } catch (error) {
    const over = error instanceof Fault && ['revoked', 'not-signed-in', 'not-found'].includes(error.code);
    if (over) dropSignIn(signInId, error.code === 'revoked');
    throw error;
  }
}

/** Forgets a ticket, and its sign-in unless that was revoked: also after the live socket said so. */
export function dropSignIn(signInId: string, revoked: boolean): void {
  held.delete(signInId);
  if (revoked) setAsideSignIn(signInId);
  else forgetSignIn(signInId);
}

/**
 * A ticket that is good for half a minute at least, for HTTP and for the socket handshake.
 * @param renew get a new one even if the present one looks fresh, after `ticket-expired`
 * @throws {Fault} `revoked` or `not-signed-in` when the sign-in is over (it is then forgotten)
 */
export function getTicket(signInId: string, renew = false): Promise<string> {
  const ticket = held.get(signInId);
  if (ticket && !renew && performance.now() < ticket.freshUntil) return Promise.resolve(ticket.ticket);
  const running = refreshing.get(signInId) ?? refresh(signInId).finally(() => refreshing.delete(signInId));
  refreshing.set(signInId, running);
  return running;
}

/**
 * An HTTP request in somebody's name. A ticket that is not good any more (the laptop slept) is exchanged once.
 * @throws {Fault} as `http` and `getTicket`
 */
export async function signedHttp<Reply>(
  signInId: string,
  method: Method,
  path: string,
  options: Omit<RequestOptions, 'ticket'> = {},
): Promise<Reply> {
  const attempt = async (renew: boolean) =>
    http<Reply>(method, path, { ...options, ticket: await getTicket(signInId, renew) });
  try {
    return await attempt(false);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'revoked') dropSignIn(signInId, true);
    if (error.code !== 'ticket-expired' && error.code !== 'not-signed-in') throw error;
    return attempt(true);
  }
}

/** Signs out here and on the server; the browser forgets it even when the server cannot be reached. */
export async function signOut(signInId: string): Promise<void> {
  try {
    if (useSignInStore.getState().known.some((known) => known.signInId === signInId))
      await http<void>('POST', `sign-ins/${signInId}/sign-out`);
  } finally {
    dropSignIn(signInId, false);
  }
}
