import type { CueDto, FeedDto, Layout, PickDto, ProgrammeDto, SessionStatus } from '@manyhalls/contracts';

/** What the programme must know of a cue. */
export type ProgrammedCue = Pick<CueDto, 'layout' | 'picks' | 'greetingId'>;

/** What the programme must know of a feed. */
export type ProgrammedFeed = Pick<FeedDto, 'id' | 'state' | 'source' | 'venueId'> & {
  /** Of a recorded greeting's feed. */
  greetingId: string | null;
};

const slate: ProgrammeDto = { feedIds: [], layout: 'slate' };

/**
 * What a cue puts on programme of the feeds that are on air now. It is found anew with every change, so a hall that
 * comes on air during a cue that picks it joins by itself.
 * @param cue `null`: the implicit one, "all halls on air"
 * @param feeds in protocol order
 */
export function programmeOf(
  status: SessionStatus,
  cue: ProgrammedCue | null,
  feeds: readonly ProgrammedFeed[],
): ProgrammeDto {
  const layout = cue?.layout ?? 'all-halls';
  if (layout === 'slate' || !runs(status)) return slate;
  const onAir = feeds.filter(({ state }) => state === 'on-air');
  // Whoever was given the word stays, whatever else is shown; but nobody speaks into a greeting.
  const speakers = cue !== null && cue.greetingId !== null ? [] : onAir.filter(isRemoteSpeaker);
  const chosen = [...chosenBy(cue, onAir), ...speakers];
  const feedIds = [...new Set(chosen.map(({ id }) => id))];
  return feedIds.length > 0 ? { feedIds, layout } : slate;
}

/** Whether a cue that picks nothing shows every hall on air; in other layouts it shows the slate. */
export function showsAll(layout: Layout): boolean {
  return layout === 'all-halls' || layout === 'gallery';
}

/** Whether cues are taken: for the audience, or for crew and halls only. */
export function runs(status: SessionStatus): boolean {
  return status === 'live' || status === 'rehearsing';
}

function chosenBy(cue: ProgrammedCue | null, onAir: readonly ProgrammedFeed[]): ProgrammedFeed[] {
  if (cue && cue.greetingId !== null) return onAir.filter(({ greetingId }) => greetingId === cue.greetingId);
  if (cue && cue.picks.length > 0) return cue.picks.flatMap((pick) => picked(pick, onAir) ?? []);
  return !cue || showsAll(cue.layout) ? onAir.filter(({ venueId }) => venueId !== null) : [];
}

/** A demo hall's clip stands in for its camera. */
function picked({ venueId, source }: PickDto, onAir: readonly ProgrammedFeed[]): ProgrammedFeed | undefined {
  const ofHall = onAir.filter((feed) => feed.venueId === venueId);
  const clip = source === 'camera' ? ofHall.find((feed) => feed.source === 'clip') : undefined;
  return ofHall.find((feed) => feed.source === source) ?? clip;
}

const isRemoteSpeaker = ({ venueId, source }: ProgrammedFeed) => venueId === null && source === 'camera';
