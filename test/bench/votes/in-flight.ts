import { now } from '../lib/clock';

/**
 * Does every piece of work, `atOnce` of them at a time.
 * @returns pieces a second
 */
export async function perSecond(work: readonly (() => Promise<unknown>)[], atOnce: number): Promise<number> {
  const at = now();
  let next = 0;
  const takeTurns = async () => {
    for (let one = work[next++]; one; one = work[next++]) await one();
  };
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
  return (1000 * work.length) / (now() - at);
}
