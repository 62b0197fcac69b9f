import type { SessionDto } from '@manyhalls/contracts';

/** One agenda item that people join, and whose it is. */
export interface Session extends SessionDto {
  eventId: string;
}

export function toSessionDto({ eventId: _, ...dto }: Session): SessionDto {
  return dto;
}
