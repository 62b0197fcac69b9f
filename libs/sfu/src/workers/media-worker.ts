import { createWorker, type types } from 'mediasoup';
import type { NodeEngineSettings } from '../settings';

/** A media worker process with the one port that serves all its WebRTC transports. */
export interface MediaWorker {
  /** Its number on the node, from 0; a replacement has the number of the one it replaces. */
  number: number;
  worker: types.Worker;
  webRtcServer: types.WebRtcServer;
}

/** @throws {Error} when the binary does not run or the port is taken; no process is left behind then. */
export async function startMediaWorker(settings: NodeEngineSettings, number: number): Promise<MediaWorker> {
  const { listenIp, announcedAddress, workerBin } = settings;
  const worker = await createWorker({ logLevel: 'error', ...(workerBin && { workerBin }) });
  try {
    const listen = { ip: listenIp, announcedAddress, port: settings.portBase + number };
    const webRtcServer = await worker.createWebRtcServer({
      listenInfos: [
        { protocol: 'udp', ...listen },
        { protocol: 'tcp', ...listen },
      ],
    });
    return { number, worker, webRtcServer };
  } catch (error) {
    worker.close();
    throw error;
  }
}
