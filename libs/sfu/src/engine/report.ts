import type { NodeLoadDto, NodeReportDto } from '@manyhalls/contracts';
import type { EngineParts } from './parts';

/** How busy the node is. For CPU see https://docs.libuv.org/en/v1.x/misc.html#c.uv_rusage_t */
export async function measureLoad(
  { pool, peers, tracks, links }: EngineParts,
  draining: boolean,
): Promise<NodeLoadDto> {
  const usages = await Promise.all(
    // A worker that dies right now has no usage to tell.
    pool.workers.map(({ worker }) => worker.getResourceUsage().catch(() => null)),
  );
  const workerCpuMs = usages.reduce((sum, usage) => sum + (usage ? usage.ru_utime + usage.ru_stime : 0), 0);
  const { user, system } = process.cpuUsage();
  const received = tracks.all.filter(({ origin }) => origin.by === 'link').length;
  return {
    workers: pool.workers.length,
    peers: peers.all.length,
    consumers: peers.all.reduce((sum, { consumers }) => sum + consumers.size, 0),
    producers: tracks.all.length - received,
    links: links.all.length,
    linkedTracks: received,
    workerCpuSeconds: workerCpuMs / 1e3,
    processCpuSeconds: (user + system) / 1e6,
    draining,
  };
}

/** What is really on the node: its peers, and the tracks published here. What came through links is listed elsewhere. */
export function describe({ peers, tracks }: EngineParts, nodeId: string, load: NodeLoadDto): NodeReportDto {
  return {
    nodeId,
    peers: peers.all.map(({ id, home, attached }) => ({ peerId: id, sessionId: home.sessionId, attached })),
    feeds: tracks.all
      .filter(({ origin }) => origin.by !== 'link')
      .map(({ id, sessionId, generation, origin }) => {
        const peerId = origin.by === 'peer' ? origin.peerId : null;
        return { ...id, sessionId, generation, peerId };
      }),
    load,
  };
}
