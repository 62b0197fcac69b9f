import { join } from 'node:path';
import type { Config } from '../config/config';
import type { Secrets } from '../secrets/secrets';

/** What the media plane needs to know; an abstract class, so that it is its own injection token. */
export abstract class MediaSettings {
  /** Names of the node engines to run inside this process; empty when only remote nodes serve. */
  abstract readonly inProcessNodes: readonly string[];
  /** What a remote node must show. */
  abstract readonly nodeSecret: string;
  abstract readonly listenIp: string;
  /** The address browsers and other nodes reach the engines at. */
  abstract readonly announcedAddress: string;
  /** One UDP and one TCP port per worker, counted up from here. */
  abstract readonly portBase: number;
  /** UDP ports for the pipes between nodes, both ends included. */
  abstract readonly pipePorts: { readonly min: number; readonly max: number };
  abstract readonly workersPerNode: number;
  /** Default: mediasoup's own. */
  abstract readonly workerBin?: string;
  /** Default: `ffmpeg` on the path. */
  abstract readonly ffmpegBin?: string;
  /**
   * Media files, each named by its SHA-256 in hex. Whatever this server lets nodes play is put here, so that the
   * nodes in this process have it without fetching.
   */
  abstract readonly filesFolder: string;
}

export function mediaSettings(config: Config, secrets: Secrets): MediaSettings {
  return {
    inProcessNodes: config.mediaNodes,
    nodeSecret: secrets.node,
    listenIp: config.mediaListenIp,
    announcedAddress: config.mediaAnnouncedAddress,
    portBase: config.mediaPortBase,
    pipePorts: { min: config.mediaPipePorts.first, max: config.mediaPipePorts.last },
    workersPerNode: config.mediaWorkersPerNode,
    workerBin: config.mediasoupWorkerBin,
    ffmpegBin: config.ffmpegBin,
    filesFolder: join(config.dataDir, 'files'),
  };
}
