import { Logger } from '@nestjs/common';
import type { OnGatewayDisconnect } from '@nestjs/websockets';
import {
  ConnectTransportDto,
  DirectionDto,
  EmptyDto,
  TransportIdDto,
  type IceParametersDto,
  type PeerMediaDto,
  type TransportParametersDto,
} from '@manyhalls/contracts';
import { inTurn } from '../live/in-turn';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { inBackground } from '../wire/in-background';
import { PeerMediaService } from './peer-media.service';
import { PeersService } from './peers.service';

/** A peer's own transports. */
@LiveGateway()
export class PeersGateway implements OnGatewayDisconnect {
  private readonly logger = new Logger('Peers');

  constructor(
    private readonly peers: PeersService,
    private readonly media: PeerMediaService,
  ) {}

  @OnRequest('media:rebuild', EmptyDto, 'session:join')
  async rebuild(socket: LiveSocket): Promise<PeerMediaDto> {
    return inTurn(socket, async () => this.media.rebuild(await this.peers.of(socket)));
  }

  @OnRequest('media:open-transport', DirectionDto, 'session:join')
  async openTransport(socket: LiveSocket, { direction }: DirectionDto): Promise<TransportParametersDto> {
    return this.media.openTransport(await this.peers.of(socket), direction);
  }

  @OnRequest('media:connect-transport', ConnectTransportDto, 'session:join')
  async connectTransport(socket: LiveSocket, request: ConnectTransportDto): Promise<EmptyDto> {
    await this.media.connectTransport(await this.peers.of(socket), request);
    return {};
  }

  @OnRequest('media:restart-ice', TransportIdDto, 'session:join')
  async restartIce(socket: LiveSocket, { transportId }: TransportIdDto): Promise<IceParametersDto> {
    return this.media.restartIce(await this.peers.of(socket), transportId);
  }

  async handleDisconnect(socket: LiveSocket): Promise<void> {
    await inBackground(this.logger, () =>
      inTurn(socket, async () => {
        const { peerId } = socket.data;
        const peer = peerId ? await this.peers.detach(peerId, socket.id) : null;
        if (peer) await this.media.detach(peer);
      }),
    );
  }
}
