import { limits } from '@manyhalls/contracts';
import { NodeEngine } from '@manyhalls/sfu';
import { AttachedPeers } from './attached-peers';
import { openMediaFile } from './media-files';
import type { MediaNodeSettings } from './media-node-settings';
import { ServerConnection } from './server-connection';

/** A node engine, and its connections to the event-servers. It dials out, so that it can stand behind a firewall. */
export class MediaNode {
  private constructor(
    private readonly engine: NodeEngine,
    private readonly connections: ServerConnection[],
  ) {}

  /** @throws {Error} when a media worker cannot be started. An event-server may be away: it is dialled until it is there. */
  static async start(settings: MediaNodeSettings): Promise<MediaNode> {
    const { venue, region, secret, servers, ...engineSettings } = settings;
    const connections: ServerConnection[] = [];
    const attached = new AttachedPeers<ServerConnection>((peerId) => {
      void engine.handle('peer:detach', { peerId, graceMs: limits.peerGraceMs });
    });
    const engine = await NodeEngine.create(
      {
        ...engineSettings,
        nodeId: venue,
        openFile: (path) => openMediaFile(path, servers, secret),
      },
      (event, payload) => {
        if ('peerIds' in payload) attached.forget(payload.peerIds);
        for (const connection of connections) connection.tell(event, payload);
      },
    );
    for (const server of servers) {
      const handle = (verb: string, request: unknown) => engine.handle(verb, request);
      connections.push(new ServerConnection(server, { nodeId: venue, region, secret }, handle, attached));
    }
    return new MediaNode(engine, connections);
  }

  /** Is given nobody new from now on; who is here is served until the node is stopped. */
  drain(): void {
    this.engine.drain();
  }

  /** Ends everything; no process is left when it is done. */
  async close(): Promise<void> {
    for (const connection of this.connections) connection.close();
    await this.engine.close();
  }
}
