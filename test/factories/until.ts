import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something is so, however long it takes: Jest ends what never comes. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(50);
}
