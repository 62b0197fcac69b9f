import { BadConfig } from './config/read-config';

/** Ends a process that cannot start, with words for the person who started it. */
export function fail(error: unknown): never {
  console.error(error instanceof BadConfig ? `The settings cannot be used:\n${error.message}` : error);
  process.exit(1);
}
