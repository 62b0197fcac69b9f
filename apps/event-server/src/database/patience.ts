import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request may take is 2 s; so much of it is left to whatever does not need Postgres. */
const forRequests = 1_700;
const forExports = 60_000;

const patience = new AsyncLocalStorage<number>();

/** How long Postgres may take to answer whoever asks now, in milliseconds. */
export const patienceMs = (): number => patience.getStore() ?? forRequests;

/** Lets Postgres take its time for `work`: for what reads a lot and nobody stands waiting for. */
export function inNoHurry<Result>(work: () => Result): Result {
  return patience.run(forExports, work);
}
