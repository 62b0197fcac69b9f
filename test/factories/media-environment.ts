import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Where UDP ports are looked for: below the range that systems hand out by themselves. */
const first = 10_000;
const last = 31_000;

/** Programs that `npm test` has found or made. */
const programs = ['MEDIASOUP_WORKER_BIN', 'FFMPEG_BIN'] as const;

/** Settings for media nodes whose ports are free now, so that suites can run side by side. */
export async function mediaEnvironment(nodes: string): Promise<Record<string, string>> {
  for (;;) {
    const base = first + Math.floor((Math.random() * (last - first)) / 200) * 200;
    if (!(await isFree(base)) || !(await isFree(base + 50))) continue;
    return {
      ...Object.fromEntries(programs.map((name) => [name, process.env[name] ?? ''])),
      MEDIA_NODES: nodes,
      MEDIA_LISTEN_IP: '127.0.0.1',
      MEDIA_PORT_BASE: String(base),
      MEDIA_PIPE_PORTS: `${base + 50}-${base + 199}`,
    };
  }
}

async function isFree(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}
