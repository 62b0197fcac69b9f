// @ts-check
// Where things are kept: what belongs to this checkout, and what all checkouts
// of this user share.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What runs leave behind in the checkout (ignored by git). */
export const DATA = join(ROOT, '.data');

/** "linux-x64" and the like, as npm packages with binaries are named. */
export const PLATFORM = `${process.platform}-${process.arch}`;

/** Expensive things shared by all checkouts: the media worker, Node 24, ffmpeg. */
export const CACHE = cacheFolder();

function cacheFolder() {
  const xdg = process.env.XDG_CACHE_HOME;
  const base = xdg ? resolve(xdg) : join(process.env.HOME || homedir(), '.cache');
  const folder = join(base, 'manyhalls');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    // Service accounts often have no home that they may write to.
    const fallback = join(DATA, 'cache');
    mkdirSync(fallback, { recursive: true });
    return fallback;
  }
}
