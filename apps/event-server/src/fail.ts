import { BadConfig } from './config/read-config';

/** Ends a process that cannot start, with words for the person who started it. */
export function fail(error: unknown): never {
  if (error instanceof BadConfig) console.error(`The settings cannot be used:\n${error.message}`);
  else if (isPortTaken(error))
    console.error(`Port ${error.port} is in use by another program; set PORT to another one.`);
  else console.error(error);
  process.exit(1);
}

function isPortTaken(error: unknown): error is { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
}
