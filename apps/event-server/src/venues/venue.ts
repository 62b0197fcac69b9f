import type { VenueDto } from '@manyhalls/contracts';

/** A hall, and whose it is. */
export interface Venue extends VenueDto {
  eventId: string;
}

export function toVenueDto({ eventId: _, ...dto }: Venue): VenueDto {
  return dto;
}
