// @ts-check
// Loaded into the long-running programs before their own code. When the command
// that started them is killed (kill -9 included), the channel to it closes; then
// they stop as if asked to, and after a while in any case.
import { tryLock } from './lock.mjs';
import { ROOT } from './paths.mjs';

const STOPS_WITHIN_MS = 10_000;

process.on('disconnect', () => {
  // Media workers and ffmpeg end with us, whether or not our own code sees to it.
  const killGroup = () => process.kill(-process.pid, 'SIGKILL');
  process.on('exit', killGroup);
  setTimeout(killGroup, STOPS_WITHIN_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();

// A next `npm start` waits for this one to be gone, as both want the same ports.
const role = process.env.MANYHALLS_ROLE;
if (role) await tryLock(`${role} ${ROOT}`);
