import { Fault, type GreetingDto } from '@manyhalls/contracts';
import type { Greeting } from './greeting';

/** What the crew may know. */
export function toGreetingDto(greeting: Greeting, nodes: GreetingDto['nodes'] = []): GreetingDto {
  const { id, version, state, speaker, language, position, original, progress, refusal, note } = greeting;
  const { eventId, files, trim, approvedSha256, subtitles, changedBy } = greeting;
  return {
    id,
    version,
    state,
    speaker,
    language,
    position,
    link: linkOf(greeting),
    expiresAt: greeting.expiresAt.toISOString(),
    original,
    progress,
    refusal,
    note,
    file: files && fileOf(files.large),
    originalSeconds: files?.originalSeconds ?? null,
    trim,
    approvedSha256,
    subtitles,
    posterPath: files && `/api/events/${eventId}/greetings/${id}/poster?of=${files.poster.sha256}`,
    previewPath: files && previewPath(greeting),
    nodes,
    changedBy,
  };
}

/** The same for the office and the crew: both hold a cookie for it. */
export function previewPath({ id, files }: Greeting): string | null {
  return files && `/api/greetings/${id}/preview?of=${files.large.sha256}`;
}

export function linkOf({ revokedAt, expiresAt }: Greeting): GreetingDto['link'] {
  if (revokedAt) return 'revoked';
  return expiresAt <= new Date() ? 'expired' : 'open';
}

/** Tells somebody of the crew how the greeting is now, and who changed it. */
export function greetingConflict(greeting: Greeting, why: string): Fault {
  const by = greeting.changedBy ? ` (last changed by ${greeting.changedBy})` : '';
  return new Fault('conflict', `${why}: the greeting is ${greeting.state}${by}`, {
    greeting: toGreetingDto(greeting),
  });
}

function fileOf({ sha256, bytes, lengthSeconds, width, height }: NonNullable<GreetingDto['file']>) {
  return { sha256, bytes, lengthSeconds, width, height };
}
