import {
  mediaKindOf,
  type FeedDto,
  type FeedSource,
  type FeedState,
  type FeedTrackDto,
  type MediaFileDto,
  type MicrophonePlace,
  type TrackKind,
  type WatchedKind,
} from '@manyhalls/contracts';

/** A track that can be watched now, and where it is published. */
export interface PublishedTrack {
  kind: WatchedKind;
  generation: number;
  nodeId: string;
}

/** One published source of a hall or a remote speaker, as it should be: the nodes are made to follow. */
export interface Feed {
  id: string;
  sessionId: string;
  /** `null` for a remote speaker. */
  venueId: string | null;
  /** Whose it is; `null` when a file is played. */
  participantId: string | null;
  /** The device it comes from. */
  peerId: string | null;
  source: FeedSource;
  state: FeedState;
  displayName: string;
  microphonePlace: MicrophonePlace;
  /** Kept apart from the tracks, so that a muted microphone is still muted when it is published anew. */
  muted: TrackKind[];
  /** Whether its publisher can be reached. */
  online: boolean;
  tracks: PublishedTrack[];
  /** The last one given to a track. Grows with every publishing, so that an old one is known when it comes late. */
  generation: number;
  /** The recorded greeting that it carries. */
  greetingId: string | null;
  /** What is played, over and over. */
  file: MediaFileDto | null;
}

export function toFeedDto(feed: Feed): FeedDto {
  const { id, source, state, venueId, participantId, peerId, displayName, microphonePlace, online } = feed;
  return {
    id,
    source,
    state,
    venueId,
    participantId,
    peerId,
    displayName,
    microphonePlace,
    tracks: feed.tracks.map((track) => toTrackDto(track, feed.muted)),
    online,
  };
}

function toTrackDto({ kind, generation }: PublishedTrack, muted: TrackKind[]): FeedTrackDto {
  return { kind, generation, muted: muted.includes(mediaKindOf(kind)) };
}
