import { Consumers } from '../consumers/consumers';
import { FileStore } from '../files/file-store';
import { Links } from '../links/links';
import { Peers } from '../peers/peers';
import { Publishing } from '../peers/publishing';
import { Playouts } from '../playout/playouts';
import { Sessions } from '../sessions/sessions';
import type { NodeEngineSettings } from '../settings';
import type { Tell } from '../tell';
import { Tracks } from '../tracks/tracks';
import type { WorkerPool } from '../workers/worker-pool';

export type EngineParts = ReturnType<typeof makeParts>;

/** The parts of an engine, each knowing those it stands on. */
export function makeParts(settings: NodeEngineSettings, pool: WorkerPool, tell: Tell) {
  const sessions = new Sessions(pool);
  const tracks = new Tracks(tell, settings.unwatchedMs ?? 5000);
  const peers = new Peers(sessions, tell);
  const files = new FileStore(settings.filesFolder, settings.openFile);
  return {
    pool,
    sessions,
    tracks,
    peers,
    files,
    publishing: new Publishing(peers, tracks),
    consumers: new Consumers(peers, tracks, tell),
    links: new Links(settings, sessions, tracks, tell),
    playouts: new Playouts(settings, sessions, tracks, files, tell),
  };
}
