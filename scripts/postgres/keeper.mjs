// @ts-check
// Stands between us and Postgres: node keeper.mjs <grace in ms> <program> <args…>
//
// It is in a process group of its own, so that Ctrl-C in the terminal does not
// take the database away from a server that is still finishing. And it notices
// when we are gone, even by kill -9, because its standard input ends then.
import { spawn } from 'node:child_process';

const [grace, program, ...args] = process.argv.slice(2);
const { MANYHALLS_UID: uid, MANYHALLS_GID: gid, ...env } = process.env;
const postgres = spawn(program, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...env, TZ: 'UTC' },
  ...(uid && gid ? { uid: Number(uid), gid: Number(gid) } : {}),
});

const stop = () => postgres.kill('SIGINT'); // "fast": sessions are ended, data are written
let asked = false;

process.stdin.on('data', () => {
  asked = true;
  stop();
});
process.stdin.on('end', () => {
  // Nobody asked: we were killed. The server notices too and may need a moment.
  if (!asked) setTimeout(stop, Number(grace));
});
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('SIGHUP', () => {});

postgres.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
postgres.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
