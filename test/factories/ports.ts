import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Below the range that systems hand out by themselves. */
const first = 10_000;
const width = 200;
const stretches = 13;
/** Suites that run side by side look in different places: what is free now may be another's in a moment. */
const lanes = 8;
/** Other runs on this machine most likely begin elsewhere; what was given out last may not be taken yet. */
let next = Math.floor(Math.random() * stretches);

/**
 * The first ports of stretches of 200 that are free now.
 * @throws {Error} when there are not as many
 */
export async function freePorts(count: number): Promise<number[]> {
  const lane = Number(process.env['JEST_WORKER_ID'] ?? 0) % lanes;
  const found: number[] = [];
  for (let turn = 0; turn < stretches && found.length < count; turn += 1) {
    next = (next + 1) % stretches;
    const port = first + (lane * stretches + next) * width;
    const free = await Promise.all([port, port + 1, port + 50].map(isFree));
    if (free.every(Boolean)) found.push(port);
  }
  if (found.length < count) throw new Error('no free ports');
  return found;
}

async function isFree(port: number): Promise<boolean> {
  const udp = createSocket('udp4');
  const tcp = createServer();
  const free = await Promise.all([
    new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false)).bind(port, '127.0.0.1', () => resolve(true));
    }),
    new Promise<boolean>((resolve) => {
      tcp.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    }),
  ]);
  udp.close();
  await new Promise((resolve) => tcp.close(resolve));
  return free.every(Boolean);
}
