// @ts-check
// How the worker's sources are changed and configured. Together with the folders
// beside this file it is the recipe; a changed recipe means a new build.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Each must be found, so that a new mediasoup version cannot pass by unnoticed. */
export const PATCHES = [
  {
    // An OpenSSL with kernel TLS (Debian's has it) asks the BIO with BIO_CB_CTRL
    // set beside BIO_CB_RETURN. Compared as a whole, "no kernel TLS" comes back
    // as "yes", and the worker dies at the first DTLS handshake.
    file: 'src/RTC/DtlsTransport.cpp',
    from: '(operationType == BIO_CB_RETURN)',
    to: '(operationType & BIO_CB_RETURN)',
  },
  {
    // Debian 12 has Meson 1.0, which is enough.
    file: 'meson.build',
    from: "  meson_version: '>= 1.1.0',\n",
    to: '',
  },
  {
    // Halves the build time; see pch/worker.hpp.
    file: 'meson.build',
    from: "executable(\n  'mediasoup-worker',\n",
    to: "executable(\n  'mediasoup-worker',\n  cpp_pch: 'pch/worker.hpp',\n",
  },
];

// -O2 compiles faster than the release type's -O3 and forwards packets as fast.
// Nothing may be downloaded: what is missing must fail in words.
export const MESON_ARGS = ['-Ddebug=false', '-Doptimization=2', '-Db_ndebug=true', '--wrap-mode=nodownload'];

/** Changes whenever the binary could come out differently. */
export function recipeHash() {
  const hash = createHash('sha256').update(JSON.stringify([PATCHES, MESON_ARGS]));
  for (const folder of ['pch', 'subprojects']) {
    const entries = readdirSync(join(FOLDER, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(FOLDER.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
