import type { FeedDto, VenueDto } from '@manyhalls/contracts';

/** One picture's place on a page: a hall that takes part, with its feed or its slate; or another feed. */
export interface Tile {
  /** Stays the same while feeds come and go, so that a choice of tile survives. */
  key: string;
  venue: VenueDto | undefined;
  feed: FeedDto | undefined;
}

/**
 * The tiles of a programme, halls in protocol order. Every hall has one, on air or not; further feeds of a hall
 * (its slides) follow it; feeds from no hall (remote speakers) come last.
 * @param feeds those that may be shown, in the programme's order
 */
export function tilesOf(feeds: readonly FeedDto[], venues: readonly VenueDto[]): Tile[] {
  const tiles: Tile[] = [];
  const add = (venue: VenueDto | undefined, feed: FeedDto) => tiles.push({ key: feed.id, venue, feed });
  for (const venue of [...venues].sort((one, other) => one.position - other.position)) {
    const own = feeds.filter(({ venueId }) => venueId === venue.id);
    const main =
      own.find(({ source }) => source === 'camera') ?? own.find(({ source }) => source !== 'slides');
    tiles.push({ key: venue.id, venue, feed: main });
    for (const feed of own) if (feed !== main) add(venue, feed);
  }
  const known = new Set(venues.map(({ id }) => id));
  for (const feed of feeds) if (!feed.venueId || !known.has(feed.venueId)) add(undefined, feed);
  return tiles;
}
