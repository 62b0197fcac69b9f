import type { FeedDto, PictureLayer, WatchedKind } from '@manyhalls/contracts';

/** A track that this viewer should be receiving. */
export interface WantedTrack {
  feedId: string;
  kind: WatchedKind;
  generation: number;
  /** For sound, `high` or `off`. */
  layer: PictureLayer;
}

/** A track that is being received. */
export interface HeldTrack extends WantedTrack {
  consumerId: string;
}

export const trackKey = ({ feedId, kind }: { feedId: string; kind: WatchedKind }) => `${feedId}:${kind}`;

export interface Wishes {
  /** The layer each feed's largest tile can show; a feed without one is not shown. */
  layers: ReadonlyMap<string, PictureLayer>;
  /** Whether pictures are to come at all: not on a hidden page, nor in audio only. */
  pictures: boolean;
  /** Whether the sound of a feed is to come. */
  hears: (feed: FeedDto) => boolean;
}

/** What this viewer should be receiving of the feeds it may have. */
export function wantedTracks(feeds: readonly FeedDto[], { layers, pictures, hears }: Wishes): WantedTrack[] {
  return feeds.flatMap((feed) =>
    feed.tracks.map(({ kind, generation, muted }): WantedTrack => {
      const shown = (pictures && !muted && layers.get(feed.id)) || 'off';
      const layer = kind === 'video' ? shown : hears(feed) ? 'high' : 'off';
      return { feedId: feed.id, kind, generation, layer };
    }),
  );
}

export interface ReceptionPlan<Held extends HeldTrack> {
  watch: WantedTrack[];
  /** Those gone from the show, and those whose track was published anew. */
  drop: Held[];
  tune: { held: Held; layer: PictureLayer }[];
}

/**
 * The difference between what is wanted and what is held.
 * @param waits tracks that are being asked for now, or that were refused a moment ago
 */
export function planReception<Held extends HeldTrack>(
  wanted: readonly WantedTrack[],
  held: ReadonlyMap<string, Held>,
  waits: (key: string) => boolean,
): ReceptionPlan<Held> {
  const plan: ReceptionPlan<Held> = { watch: [], drop: [], tune: [] };
  const wantedKeys = new Set(wanted.map(trackKey));
  for (const [key, track] of held) if (!wantedKeys.has(key)) plan.drop.push(track);
  for (const want of wanted) {
    const key = trackKey(want);
    const have = held.get(key);
    const stale = have && have.generation < want.generation;
    if (stale) plan.drop.push(have);
    if (waits(key)) continue;
    if (have && !stale) {
      if (have.layer !== want.layer) plan.tune.push({ held: have, layer: want.layer });
    } else if (want.layer !== 'off') plan.watch.push(want);
  }
  return plan;
}
