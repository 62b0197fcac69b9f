import type { ClassConstructor } from 'class-transformer';
import { ConsumerParametersDto } from '../media/consumer.dto';
import { IceParametersDto, TransportParametersDto } from '../media/transport.dto';
import { EmptyDto } from '../wire/empty.dto';
import type { SocketBroadcasts, SocketRequests } from '../wire/socket-events';
import {
  CloseLinkDto,
  ConnectLinkDto,
  ConnectPeerTransportDto,
  ConsumeDto,
  ConsumerClosedDto,
  DetachPeerDto,
  FeedReferenceDto,
  FeedTrackIdDto,
  LinkDownDto,
  LinkedTrackDto,
  LinkEndDto,
  LinkIdDto,
  LinkTrackDto,
  MediaFileDto,
  NodeLoadDto,
  NodeReportDto,
  OpenPeerDto,
  OpenTransportDto,
  PauseProducerDto,
  PeerConsumerDto,
  PeerIdDto,
  PeersLostDto,
  PeerTransportDto,
  PlayoutEndedDto,
  PlayoutDto,
  ProducedDto,
  ProduceDto,
  ReceiveTrackDto,
  RouterDto,
  TrackLostDto,
  TuneConsumerDto,
  WithdrawFeedDto,
  StopPlayoutDto,
} from './node.dto';

/**
 * What an event-server may ask of a node engine. Every verb is idempotent, so a request that timed out is simply
 * sent again. The table is used at run time: both adapters validate request and reply against it.
 */
export const nodeRequests = {
  /** Opens the peer (and the session's router where needed), or returns the one that is there, and attaches it. */
  'peer:open': { request: OpenPeerDto, reply: RouterDto },
  /** The peer's socket is gone: close the peer when nobody attached it again within `graceMs`. */
  'peer:detach': { request: DetachPeerDto, reply: EmptyDto },
  /** The peer's socket is back. `not-found` when the grace was over. */
  'peer:attach': { request: PeerIdDto, reply: EmptyDto },
  'peer:close': { request: PeerIdDto, reply: EmptyDto },
  /** A peer has at most one transport per direction: opening another replaces it. */
  'transport:open': { request: OpenTransportDto, reply: TransportParametersDto },
  'transport:connect': { request: ConnectPeerTransportDto, reply: EmptyDto },
  'transport:restart-ice': { request: PeerTransportDto, reply: IceParametersDto },
  /** Publishes a track of a feed; an older generation of the same track is closed. */
  'track:produce': { request: ProduceDto, reply: ProducedDto },
  'track:pause': { request: PauseProducerDto, reply: EmptyDto },
  'track:close': { request: FeedTrackIdDto, reply: EmptyDto },
  /**
   * Needs the track on this node: published here, or received through a link. `not-found` otherwise. Asking again for
   * what the peer consumes already gives the same consumer.
   */
  'track:consume': { request: ConsumeDto, reply: ConsumerParametersDto },
  'consumer:tune': { request: TuneConsumerDto, reply: EmptyDto },
  'consumer:close': { request: PeerConsumerDto, reply: EmptyDto },
  /** The feed came on programme: whoever was given it in advance, or never tuned it, is sent it at once. */
  'feed:show': { request: FeedReferenceDto, reply: EmptyDto },
  /** The feed left the programme: closes its consumers at audience peers, on this node. */
  'feed:withdraw': { request: WithdrawFeedDto, reply: EmptyDto },
  /** Opens this node's end of the link, or returns the one that is there. */
  'link:open': { request: LinkIdDto, reply: LinkEndDto },
  'link:connect': { request: ConnectLinkDto, reply: EmptyDto },
  'link:close': { request: CloseLinkDto, reply: EmptyDto },
  /** Starts sending a track through the link; the same reply when it is sent already. */
  'link:send': { request: LinkTrackDto, reply: LinkedTrackDto },
  'link:stop-sending': { request: LinkTrackDto, reply: EmptyDto },
  /** Makes the track consumable here. */
  'link:receive': { request: ReceiveTrackDto, reply: EmptyDto },
  /** Fetches the file where it is not here yet, and checks its hash. */
  'file:ensure': { request: MediaFileDto, reply: EmptyDto },
  /** Makes the feed's tracks consumable before anything is played. */
  'playout:prepare': { request: PlayoutDto, reply: EmptyDto },
  /**
   * Answered when its first picture is on its way. `unavailable` when the file cannot be had or played.
   */
  'playout:start': { request: PlayoutDto, reply: EmptyDto },
  'playout:stop': { request: StopPlayoutDto, reply: EmptyDto },
  /** How busy it is: cheap enough to ask before every placement. */
  'node:load': { request: EmptyDto, reply: NodeLoadDto },
  'node:report': { request: EmptyDto, reply: NodeReportDto },
} as const;

/** What a node tells its event-servers unasked; told again on reconnection through the report. */
export const nodeBroadcasts = {
  'peers:lost': PeersLostDto,
  'track:lost': TrackLostDto,
  'consumer:closed': ConsumerClosedDto,
  /** Nobody on this node consumed a received track for a while, so it was closed here; the sending end may stop. */
  'track:unwatched': LinkTrackDto,
  /** No heartbeat for a second, or the router is gone. This end is closed; whoever needs the link opens it anew. */
  'link:down': LinkDownDto,
  'playout:ended': PlayoutEndedDto,
} as const;

type Table = typeof nodeRequests;
export type NodeVerb = keyof Table;
export type NodeRequest<Verb extends NodeVerb> = InstanceType<Table[Verb]['request']>;
export type NodeReply<Verb extends NodeVerb> = InstanceType<Table[Verb]['reply']>;

export type NodeBroadcast = keyof typeof nodeBroadcasts;
export type NodeBroadcastPayload<Event extends NodeBroadcast> = InstanceType<(typeof nodeBroadcasts)[Event]>;

/** The tables once more, in the form in which TypeScript can follow a verb to its DTOs. */
export const nodeRequestDtos: {
  [Verb in NodeVerb]: {
    request: ClassConstructor<NodeRequest<Verb>>;
    reply: ClassConstructor<NodeReply<Verb>>;
  };
} = nodeRequests;
export const nodeBroadcastDtos: { [Event in NodeBroadcast]: ClassConstructor<NodeBroadcastPayload<Event>> } =
  nodeBroadcasts;

export const isNodeVerb = (verb: string): verb is NodeVerb => Object.hasOwn(nodeRequests, verb);
export const isNodeBroadcast = (event: string): event is NodeBroadcast =>
  Object.hasOwn(nodeBroadcasts, event);

/** Media nodes have a door of their own: their messages may be larger than a browser's. */
export const nodesPath = '/nodes.io';

/** socket.io maps of namespace `/nodes`: the node dials out, the event-server asks. */
export type NodeServerToClient = SocketRequests<{
  [Verb in NodeVerb]: { request: NodeRequest<Verb>; reply: NodeReply<Verb> };
}>;
export type NodeClientToServer = SocketBroadcasts<{ [Event in NodeBroadcast]: NodeBroadcastPayload<Event> }>;
