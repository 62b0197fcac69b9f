// @ts-check
// Loaded into the programs of a bench: on SIGUSR2 they tell what they hold once garbage is collected. Resident memory
// would also count what V8 keeps in reserve, which says more of the last minute than of what is held.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ heldBytes: heapUsed + external });
});
