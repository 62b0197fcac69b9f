import { Fault, type ChatSettingsDto, type SessionStatus } from '@manyhalls/contracts';
import { mayAudience } from '@manyhalls/domain';
import { sessionClosed } from '../sessions/session-closed';
import { finderOf, hasLink } from './words';

/** Who wants to write what, and what is known of them at that moment. */
export interface Attempt {
  isCrew: boolean;
  sessionStatus: SessionStatus;
  text: string;
  mutedUntil: Date | null;
  /** When they last wrote to this channel; `null` when it does not matter. */
  lastSentAt: Date | null;
  now: Date;
}

/** Why the rules of a channel do not let this be written; `null` when they do. The crew is free. */
export function refusalOf(attempt: Attempt, settings: ChatSettingsDto): Fault | null {
  const { isCrew, sessionStatus, text, mutedUntil, lastSentAt, now } = attempt;
  if (isCrew) return null;
  if (!mayAudience('write', sessionStatus)) return sessionClosed(sessionStatus);
  if (mutedUntil && mutedUntil > now)
    return new Fault('forbidden', 'you were muted for a while', {
      reason: 'muted',
      mutedUntil: mutedUntil.toISOString(),
    });
  if (settings.paused) return new Fault('forbidden', 'the chat is paused', { reason: 'paused' });
  if (!settings.linksAllowed && hasLink(text))
    return new Fault('forbidden', 'links are not allowed now', { reason: 'links' });
  const retryAfterMs = (lastSentAt?.getTime() ?? -Infinity) + settings.slowSeconds * 1000 - now.getTime();
  if (retryAfterMs > 0) return new Fault('too-many-requests', 'slow mode: wait a little', { retryAfterMs });
  return null;
}

/** Tells whether something has to wait for a moderator. */
export function holdingOf({ preModerated, heldWords }: ChatSettingsDto) {
  const hasHeldWord = finderOf(heldWords);
  return ({ isCrew, text }: Pick<Attempt, 'isCrew' | 'text'>): boolean =>
    !isCrew && (preModerated || hasHeldWord(text));
}
