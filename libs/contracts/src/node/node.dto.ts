/** The wire between an event-server and a node engine. Both sides validate what they receive. */
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { MayBeAbsent } from '../wire/may-be-absent';
import { Nested, NestedList } from '../wire/nested';
import {
  pictureLayers,
  trackKinds,
  watchedKinds,
  type PictureLayer,
  type TrackKind,
  type WatchedKind,
} from '../feed/feed-state';
import { DtlsParametersDto } from '../media/dtls.dto';
import { RtpCapabilitiesDto, RtpParametersDto } from '../media/rtp.dto';
import { directions, type Direction } from '../media/transport.dto';

export class PeerIdDto {
  @IsUUID() peerId: string;
}

export class OpenPeerDto extends PeerIdDto {
  @IsUUID() sessionId: string;
  /** Audience peers lose a feed's consumers when it leaves the programme. */
  @IsBoolean() audience: boolean;
}

export class RouterDto {
  @Nested(() => RtpCapabilitiesDto) rtpCapabilities: RtpCapabilitiesDto;
}

export class DetachPeerDto extends PeerIdDto {
  /** How long the peer's media outlives its socket, in milliseconds. */
  @IsInt() @Min(0) graceMs: number;
}

export class OpenTransportDto extends PeerIdDto {
  @IsIn(directions) direction: Direction;
}

export class PeerTransportDto extends PeerIdDto {
  @IsUUID() transportId: string;
}

export class ConnectPeerTransportDto extends PeerTransportDto {
  @Nested(() => DtlsParametersDto) dtlsParameters: DtlsParametersDto;
}

export class FeedTrackIdDto {
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
}

export class ProduceDto extends PeerTransportDto {
  @IsUUID() feedId: string;
  @IsIn(trackKinds) kind: TrackKind;
  /** A lower generation than the node already has is refused: it comes from a server that is behind. */
  @IsInt() @Min(0) generation: number;
  @Nested(() => RtpParametersDto) rtpParameters: RtpParametersDto;
}

export class ProducedDto {
  @IsUUID() producerId: string;
}

export class PauseProducerDto extends FeedTrackIdDto {
  @IsBoolean() paused: boolean;
}

export class ConsumeDto extends PeerIdDto {
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
  /** An older generation than this does not count as being there. */
  @IsInt() @Min(0) generation: number;
  /** Not on programme yet: what is asked of the consumer is remembered, and nothing is sent before `feed:show`. */
  @IsBoolean() standby: boolean;
  @Nested(() => RtpCapabilitiesDto) rtpCapabilities: RtpCapabilitiesDto;
}

export class PeerConsumerDto extends PeerIdDto {
  @IsUUID() consumerId: string;
}

export class TuneConsumerDto extends PeerConsumerDto {
  @IsIn(pictureLayers) layer: PictureLayer;
}

export class WithdrawFeedDto {
  @IsUUID() feedId: string;
}

// ---- Links: one pair of pipe transports between the routers of one session on two nodes.

export class LinkIdDto {
  @IsUUID() sessionId: string;
  /** The node at the other end. */
  @IsString() @MaxLength(40) remoteNodeId: string;
}

/** mediasoup `SrtpParameters`. */
export class SrtpParametersDto {
  @IsString() @MaxLength(60) cryptoSuite: string;
  @IsString() @MaxLength(200) keyBase64: string;
}

/** One end of a link: where the other end sends to, and the key to read what it sends. */
export class LinkEndDto {
  @IsString() @MaxLength(255) ip: string;
  @IsInt() @Min(1) port: number;
  @Nested(() => SrtpParametersDto) srtpParameters: SrtpParametersDto;
  /** Names this incarnation; both ends must be connected to the incarnation they were told. */
  @IsUUID() linkId: string;
}

export class ConnectLinkDto extends LinkIdDto {
  /** The own end that `link:open` returned. */
  @IsUUID() linkId: string;
  @Nested(() => LinkEndDto) remote: LinkEndDto;
}

export class CloseLinkDto extends LinkIdDto {
  /** Closes the end only while it is connected to this incarnation of the other end. */
  @IsOptional() @IsUUID() remoteLinkId?: string;
}

export class LinkTrackDto extends LinkIdDto {
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
}

/** What the sending end says, and the receiving end is told, of a track that goes through a link. */
export class LinkedTrackDto {
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
  @IsInt() @Min(0) generation: number;
  /** Names this sending: what is stopped and sent anew is another one. */
  @IsUUID() sendingId: string;
  @IsBoolean() paused: boolean;
  @Nested(() => RtpParametersDto) rtpParameters: RtpParametersDto;
}

export class ReceiveTrackDto extends LinkIdDto {
  @Nested(() => LinkedTrackDto) track: LinkedTrackDto;
}

// ---- Playing a file into a session.

export class MediaFileDto {
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
  @IsInt() @Min(1) bytes: number;
  /** Where a node that does not have the file fetches it, relative to its event-server. */
  @IsString() @MaxLength(300) path: string;
}

/** What is to be played, and from where. */
export class PlayoutDto {
  @IsUUID() sessionId: string;
  @IsUUID() feedId: string;
  @IsInt() @Min(0) generation: number;
  /** VP8 + Opus in WebM, a keyframe at least every half second for what loops. */
  @Nested(() => MediaFileDto) file: MediaFileDto;
  /** The same smaller, keyframes at the same moments: its picture is the feed's `small-video`. */
  @IsOptional() @Nested(() => MediaFileDto) smallFile: MediaFileDto | null;
  @IsBoolean() loop: boolean;
  /** Where to begin; plays from the keyframe at or before it. */
  @IsNumber() @Min(0) positionSeconds: number;
}

export class FeedReferenceDto {
  @IsUUID() feedId: string;
}

export class StopPlayoutDto extends FeedReferenceDto {
  /** Only this one: a newer one plays on. */
  @MayBeAbsent() @IsInt() @Min(0) generation?: number;
}

// ---- What a node says of itself.

export class NodeFeedDto extends FeedTrackIdDto {
  @IsUUID() sessionId: string;
  @IsInt() @Min(0) generation: number;
  /** `null` for a playout. */
  @IsOptional() @IsUUID() peerId: string | null;
}

export class NodePeerDto extends PeerIdDto {
  @IsUUID() sessionId: string;
  @IsBoolean() attached: boolean;
}

export class NodeLoadDto {
  @IsInt() @Min(0) workers: number;
  @IsInt() @Min(0) peers: number;
  @IsInt() @Min(0) consumers: number;
  @IsInt() @Min(0) producers: number;
  /** Pipe transports to other nodes, each counted once on this node. */
  @IsInt() @Min(0) links: number;
  /** Tracks received through links. */
  @IsInt() @Min(0) linkedTracks: number;
  /** CPU seconds (user + system) that all workers have used since they started: `worker.getResourceUsage()`. */
  @IsNumber() @Min(0) workerCpuSeconds: number;
  /** CPU seconds of the JavaScript process around them. Nodes in one process share this figure. */
  @IsNumber() @Min(0) processCpuSeconds: number;
  /** About to stop: serves who is here, and must be given nobody new. */
  @IsBoolean() draining: boolean;
}

/** The actual state, for reconciling with the desired state in Postgres. */
export class NodeReportDto {
  @IsString() @MaxLength(40) nodeId: string;
  @IsArray()
  @ArrayMaxSize(100_000)
  @NestedList(() => NodePeerDto)
  peers: NodePeerDto[];
  @IsArray()
  @ArrayMaxSize(10_000)
  @NestedList(() => NodeFeedDto)
  feeds: NodeFeedDto[];
  @Nested(() => NodeLoadDto) load: NodeLoadDto;
}

// ---- What a node tells unasked.

export class PeersLostDto {
  @IsArray() @IsUUID(undefined, { each: true }) peerIds: string[];
  @IsIn(['worker-died', 'grace-over']) reason: 'worker-died' | 'grace-over';
}

export class TrackLostDto extends FeedTrackIdDto {
  @IsUUID() sessionId: string;
  @IsInt() @Min(0) generation: number;
}

export class ConsumerClosedDto extends PeerConsumerDto {}

export class LinkDownDto extends LinkIdDto {
  @IsUUID() linkId: string;
}

export class PlayoutEndedDto extends FeedReferenceDto {
  @IsUUID() sessionId: string;
  @IsInt() @Min(0) generation: number;
  /** `null` when it played to its end. */
  @IsOptional() @IsString() @MaxLength(500) fault: string | null;
  /** How far it came. */
  @IsNumber() @Min(0) positionSeconds: number;
}
