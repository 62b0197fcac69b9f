import type { FeedDto, FeedTrackDto, PictureLayer, WatchedKind } from '@manyhalls/contracts';

/** A track that this viewer should be receiving. */
export interface WantedTrack {
  feedId: string;
  kind: WatchedKind;
  generation: number;
  /** For sound, `high` or `off`. */
  layer: PictureLayer;
  /** It will be on programme with the next cue: it is asked for, and left alone until then. */
  prepared: boolean;
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
  /** Whether a feed is to be had ready for the next cue. */
  prepares: (feed: FeedDto) => boolean;
  /** Whether a track is being received already. */
  receives: (key: string) => boolean;
}

/** What this viewer should be receiving of the feeds it may have. */
export function wantedTracks(feeds: readonly FeedDto[], wishes: Wishes): WantedTrack[] {
  return feeds.flatMap((feed) =>
    feed.tracks.map((track): WantedTrack => {
      const { kind, generation } = track;
      const layer = layerOf(feed, track, wishes);
      const prepared =
        wishes.prepares(feed) &&
        layer === 'off' &&
        (kind === 'audio' || (kind === 'video' && wishes.pictures));
      return { feedId: feed.id, kind, generation, layer, prepared };
    }),
  );
}

function layerOf(
  feed: FeedDto,
  { kind, muted }: FeedTrackDto,
  { layers, pictures, hears, receives }: Wishes,
): PictureLayer {
  if (kind === 'audio') return hears(feed) ? 'high' : 'off';
  const shown = (pictures && !muted && layers.get(feed.id)) || 'off';
  const hasSmall = feed.tracks.some((track) => track.kind === 'small-video');
  if (shown === 'off' || !hasSmall) return shown;
  const wanted = shown === 'low' ? 'small-video' : 'video';
  // The other one stays until this one comes, so that there is a picture all the time.
  const stays =
    receives(trackKey({ feedId: feed.id, kind })) && !receives(trackKey({ feedId: feed.id, kind: wanted }));
  return kind === wanted || stays ? 'high' : 'off';
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
      // What was prepared is sent when it is shown, without being asked for: then also what is not wanted is said.
      const isShown = have.prepared && !want.prepared;
      if (have.layer !== want.layer || isShown) plan.tune.push({ held: have, layer: want.layer });
    } else if (want.layer !== 'off' || want.prepared) plan.watch.push(want);
  }
  return plan;
}
