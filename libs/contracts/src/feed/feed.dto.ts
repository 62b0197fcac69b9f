import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { Nested, NestedList } from '../wire/nested';
import { RtpCapabilitiesDto, RtpParametersDto } from '../media/rtp.dto';
import {
  microphonePlaces,
  pictureLayers,
  publishedSources,
  trackKinds,
  watchedKinds,
  type FeedSource,
  type FeedState,
  type MicrophonePlace,
  type PictureLayer,
  type TrackKind,
  type WatchedKind,
} from './feed-state';

export class FeedIdDto {
  @IsUUID() feedId: string;
}

/** Opening makes the feed exist in the green room; its tracks follow. Opening the same source again returns it. */
export class OpenFeedDto {
  @IsIn(publishedSources) source: (typeof publishedSources)[number];
  @IsIn(microphonePlaces) microphonePlace: MicrophonePlace;
}

/** Publishes one track of a feed, or replaces the one of the same kind. */
export class PublishTrackDto {
  @IsUUID() feedId: string;
  @IsIn(trackKinds) kind: TrackKind;
  @IsUUID() transportId: string;
  @Nested(() => RtpParametersDto) rtpParameters: RtpParametersDto;
}

export class TrackDto {
  @IsUUID() feedId: string;
  @IsIn(trackKinds) kind: TrackKind;
}

export class WatchTrackDto {
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
}

export class MuteTrackDto extends TrackDto {
  @IsBoolean() muted: boolean;
}

/** Asks for several tracks at once, so that a late joiner needs one round trip. */
export class WatchTracksDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(64)
  @NestedList(() => WatchTrackDto)
  tracks: WatchTrackDto[];
  @Nested(() => RtpCapabilitiesDto) rtpCapabilities: RtpCapabilitiesDto;
}

export class TuneTrackDto {
  @IsUUID() consumerId: string;
  /** For sound, `off` pauses and anything else resumes. */
  @IsIn(pictureLayers) layer: PictureLayer;
}

export class ConsumerIdDto {
  @IsUUID() consumerId: string;
}

/** One track of a feed as everybody who may see the feed sees it. */
export class FeedTrackDto {
  kind: WatchedKind;
  muted: boolean;
  /** Grows whenever the track is published anew; a consumer of an older generation is dead and is asked for again. */
  generation: number;
}

export class FeedDto {
  id: string;
  source: FeedSource;
  state: FeedState;
  /** The hall it comes from; `null` for a remote speaker. */
  venueId: string | null;
  participantId: string | null;
  /** The device it comes from: a page whose own peer it is not any more has been taken over. `null` for a clip. */
  peerId: string | null;
  displayName: string;
  microphonePlace: MicrophonePlace;
  tracks: FeedTrackDto[];
  /** Whether its publisher can be reached now; while not, the programme shows its slate. */
  online: boolean;
}
