// @ts-check
// Keeps two set-ups from doing the same thing at the same time. A lock is a
// listening socket: the system takes it away when its process ends, however that
// happens, so there is never a stale one to clean up or to misjudge.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { say } from './print.mjs';

/** @param {string} name */
function addressOf(name) {
  const key = createHash('sha256').update(name).digest('hex').slice(0, 16);
  const label = `manyhalls-${userInfo().uid}-${key}`;
  // Linux has socket names without a file; elsewhere a leftover file is removed below.
  // Some versions of Node fill such a name up with zeros and some do not; at its full
  // length it is the same for all.
  return process.platform === 'linux' ? `\0${label}`.padEnd(108, '.') : join(tmpdir(), `${label}.sock`);
}

/**
 * @param {string} name
 * @returns {Promise<(() => void) | undefined>} releases the lock; undefined when it is taken
 */
export function tryLock(name) {
  const address = addressOf(name);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      // Whoever waits learns who we are, and that we are done when the line drops.
      socket.on('error', () => {});
      socket.write(String(process.pid));
      waiting.add(socket);
      socket.on('close', () => waiting.delete(socket));
      socket.unref();
    });
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set();
    server.on('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

/**
 * Waits until the holder is gone.
 *
 * @param {string} name
 * @param {(pid: string) => void} onHolder
 * @returns {Promise<void>}
 */
function holderGone(name, onHolder) {
  const address = addressOf(name);
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('data', (pid) => onHolder(String(pid)));
    socket.on('error', () => {
      if (!address.startsWith('\0')) rmSync(address, { force: true });
    });
    socket.on('close', () => resolve());
  });
}

/**
 * The process that holds the lock, if there is one.
 *
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
export function lockHolder(name) {
  return new Promise((resolve) => {
    const socket = connect(addressOf(name));
    socket.on('data', (pid) => {
      resolve(String(pid));
      socket.destroy();
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(undefined));
  });
}

/**
 * Does the work alone, after whoever does it now.
 *
 * @template T
 * @param {string} name
 * @param {string} doing for the one who waits: "is building the media worker"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, doing, work) {
  for (;;) {
    const release = await tryLock(name);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    await holderGone(name, (pid) => say(`Another set-up (process ${pid}) ${doing}; waiting for it …`));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
