import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decode, Fault } from '@manyhalls/contracts';
import { MediaNodeSettings } from './media-node-settings';

/** Settings that cannot be used; the message is for the person who starts the node. */
export class BadSettings extends Error {}

const options = {
  venue: { type: 'string' },
  region: { type: 'string' },
  server: { type: 'string', multiple: true },
  announced: { type: 'string' },
  'pipe-address': { type: 'string' },
  'port-base': { type: 'string' },
  'pipe-ports': { type: 'string' },
} as const;

/**
 * Reads the settings from arguments, and from environment variables what is not among them.
 * @throws {BadSettings} naming everything that cannot be used.
 */
export function readSettings(args: string[], environment: NodeJS.ProcessEnv): MediaNodeSettings {
  const given = argumentsIn(args);
  const [pipePortsFrom, pipePortsTo] = (
    given['pipe-ports'] ??
    environment['MEDIA_PIPE_PORTS'] ??
    '41000-41999'
  ).split('-');
  const settings = {
    venue: given.venue,
    region: given.region,
    servers: given.server ?? ['http://localhost:3000'],
    secret: environment['NODE_SECRET'],
    listenIp: environment['MEDIA_LISTEN_IP'] ?? '0.0.0.0',
    announcedAddress: given.announced ?? environment['MEDIA_ANNOUNCED_ADDRESS'] ?? '127.0.0.1',
    pipeAddress: given['pipe-address'] ?? environment['MEDIA_PIPE_ADDRESS'],
    portBase: Number(given['port-base'] ?? environment['MEDIA_PORT_BASE'] ?? 40_000),
    pipePorts: { min: Number(pipePortsFrom), max: Number(pipePortsTo) },
    workers: Number(environment['MEDIA_WORKERS_PER_NODE'] ?? 1),
    workerBin: environment['MEDIASOUP_WORKER_BIN'],
    ffmpegBin: environment['FFMPEG_BIN'],
    filesFolder: join(environment['DATA_DIR'] ?? '.data', 'files'),
  };
  try {
    return decode(MediaNodeSettings, settings);
  } catch (error) {
    throw error instanceof Fault ? new BadSettings(wordsFor(error)) : error;
  }
}

function argumentsIn(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new BadSettings(error instanceof Error ? error.message : String(error));
  }
}

/** One line a setting, with its value's fault but not its value, which may be a secret. */
function wordsFor({ details }: Fault): string {
  return Object.entries(details?.['fields'] ?? {})
    .map(([setting, words]) => `${setting}: ${words}`)
    .join('\n');
}
