import type { Readable } from 'node:stream';

/** What a node engine must be told. */
export interface NodeEngineSettings {
  nodeId: string;
  /** The IP address to listen on; `0.0.0.0` for all. */
  listenIp: string;
  /** The address browsers reach this node at. */
  announcedAddress: string;
  /** The address other nodes reach it at, a VPN's perhaps; default: where browsers do. */
  pipeAddress?: string;
  /** Worker number n listens on this port plus n, UDP and TCP, for all its WebRTC transports. */
  portBase: number;
  /** UDP ports for pipes between nodes, both ends included. */
  pipePorts: { readonly min: number; readonly max: number };
  workers: number;
  /** Default: mediasoup's own. */
  workerBin?: string;
  /** Default: `ffmpeg` on the path. */
  ffmpegBin?: string;
  /** Media files, each named by its SHA-256 in hex. */
  filesFolder: string;
  /** Opens a file that is not in the folder, by its path at an event-server; without it only the folder serves. */
  openFile?: (path: string) => Promise<Readable>;
  /** How long a track that came through a link stays when nobody consumes it, in milliseconds; default 5000. */
  unwatchedMs?: number;
}
