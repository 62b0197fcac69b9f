import { IsOptional, IsUUID } from 'class-validator';
import type { IceServerDto, TransportParametersDto } from '../media/transport.dto';
import type { RtpCapabilitiesDto } from '../media/rtp.dto';
import type { PresenceCountsDto } from '../presence/presence.dto';
import type { ShowStateDto } from '../show/show-state.dto';

export class JoinSessionDto {
  @IsUUID() sessionId: string;
  /** The peer this device was before its socket was cut; its transports live on for 30 s. */
  @IsOptional() @IsUUID() resumePeerId?: string;
}

/** Where a peer's media is: what it needs to load a mediasoup-client Device and receive at once. */
export class PeerMediaDto {
  nodeId: string;
  routerRtpCapabilities: RtpCapabilitiesDto;
  iceServers: IceServerDto[];
  receiveTransport: TransportParametersDto;
}

export class JoinedDto {
  peerId: string;
  /** Whether `resumePeerId` was still there: its transports, producers and consumers go on. */
  resumed: boolean;
  /** ISO 8601. */
  serverTime: string;
  show: ShowStateDto;
  presence: PresenceCountsDto;
  /** `null` when resumed, and when no media node can serve now: the rest goes on, and `media:rebuild` is tried again. */
  media: PeerMediaDto | null;
}

export class ClockDto {
  /** ISO 8601. */
  serverTime: string;
}
