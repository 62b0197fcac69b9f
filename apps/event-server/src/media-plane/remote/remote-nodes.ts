import { Injectable, Logger } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { decode, Fault, isNodeBroadcast, NodeHandshakeDto } from '@manyhalls/contracts';
import { MediaSettings } from '../media-settings';
import { NodeRegistry } from '../node-registry';
import { sameSecret } from './same-secret';

/** The adapter for nodes on other machines, which dial in over socket.io. */
@Injectable()
export class RemoteNodes {
  private readonly logger = new Logger('MediaPlane');

  constructor(
    private readonly settings: MediaSettings,
    private readonly registry: NodeRegistry,
  ) {}

  /** Lets nodes in over a socket.io namespace. */
  serve(namespace: Namespace): void {
    namespace.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => {
          const fault = error instanceof Fault ? error : new Fault('internal', 'something went wrong');
          this.logger.warn(`a media node was refused: ${fault.message}`);
          next(Object.assign(new Error(fault.message), { data: fault.toWire() }));
        },
      );
    });
    namespace.on('connection', (socket) => void this.join(socket));
  }

  private async admit(socket: Socket): Promise<void> {
    const { nodeId, secret } = handshakeOf(socket);
    if (!sameSecret(secret, this.settings.nodeSecret))
      throw new Fault('forbidden', 'the node secret is wrong');
    // A node that lost its connection finds its own old one here, which answers no more.
    if (await this.registry.isAlive(nodeId)) {
      throw new Fault('conflict', `a media node named ${nodeId} is connected already`);
    }
  }

  private async join(socket: Socket): Promise<void> {
    const { nodeId, region = null } = handshakeOf(socket);
    socket.onAny((event: string, payload: unknown) => {
      if (isNodeBroadcast(event)) this.registry.told(nodeId, event, payload);
    });
    try {
      const leave = await this.registry.connect({ nodeId, region }, (verb, request) =>
        socket.emitWithAck(verb, request),
      );
      if (socket.connected) socket.once('disconnect', leave);
      else leave();
    } catch (error) {
      this.logger.error(`${nodeId} could not be taken in: ${String(error)}`);
      socket.disconnect(true);
    }
  }
}

const handshakeOf = (socket: Socket) => decode(NodeHandshakeDto, socket.handshake.auth);
