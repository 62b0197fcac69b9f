import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Namespace } from 'socket.io';
import { limits, nodesPath } from '@manyhalls/contracts';
import { RemoteNodes } from './remote-nodes';

/** Where media nodes dial in. Not for browsers: who comes here shows the node secret. */
@WebSocketGateway({
  namespace: '/nodes',
  path: nodesPath,
  transports: ['websocket'],
  maxHttpBufferSize: limits.nodePayload,
  serveClient: false,
  // A node whose line was cut without a word is given up within 6 s, and what it played goes on elsewhere.
  pingInterval: 2_000,
  pingTimeout: 4_000,
})
export class RemoteNodesGateway implements OnGatewayInit<Namespace> {
  constructor(private readonly remoteNodes: RemoteNodes) {}

  afterInit(namespace: Namespace): void {
    this.remoteNodes.serve(namespace);
  }
}
