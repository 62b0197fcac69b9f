import type { ChatChannel, Role, SessionStatus } from '@manyhalls/contracts';
import { isCrew, mayAudience } from '@manyhalls/domain';
import type { ChatState } from './chat-state';
import { splitLinks } from './links';

/** Whether a person may write now, and if not, why. The server decides; this spares people a refusal. */
export type Writing =
  | { may: true; linksAllowed: boolean }
  | { may: false; why: 'muted' | 'slow'; until: number }
  | { may: false; why: 'paused' | 'ended' };

/** @param now the server's time, in milliseconds since 1970 */
export function writingOf(
  { settings, mutedUntil, messages }: Pick<ChatState, 'settings' | 'mutedUntil' | 'messages'>,
  { role, participantId }: { role: Role; participantId: string },
  channel: ChatChannel,
  now: number,
  status: SessionStatus,
): Writing {
  if (!isCrew(role) && !mayAudience('write', status)) return { may: false, why: 'ended' };
  const muted = mutedUntil ? Date.parse(mutedUntil) : 0;
  if (muted > now) return { may: false, why: 'muted', until: muted };
  if (!settings || channel === 'crew' || isCrew(role)) return { may: true, linksAllowed: true };
  if (settings.paused) return { may: false, why: 'paused' };
  const own = messages.findLast(({ author }) => author.participantId === participantId);
  const next = own && settings.slowSeconds > 0 ? Date.parse(own.sentAt) + settings.slowSeconds * 1_000 : 0;
  if (next > now) return { may: false, why: 'slow', until: next };
  return { may: true, linksAllowed: settings.linksAllowed };
}

export const hasLink = (text: string) => splitLinks(text).some(({ href }) => href);
