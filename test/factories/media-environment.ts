import { freePorts } from './ports';

/** Programs that `npm test` has found or made. */
const programs = ['MEDIASOUP_WORKER_BIN', 'FFMPEG_BIN'] as const;

/** Settings for media nodes whose ports are free now, so that suites can run side by side. */
export async function mediaEnvironment(nodes: string): Promise<Record<string, string>> {
  const [base] = (await freePorts(1)) as [number];
  return {
    ...Object.fromEntries(programs.map((name) => [name, process.env[name] ?? ''])),
    MEDIA_NODES: nodes,
    MEDIA_LISTEN_IP: '127.0.0.1',
    MEDIA_PORT_BASE: String(base),
    MEDIA_PIPE_PORTS: `${base + 50}-${base + 199}`,
  };
}
