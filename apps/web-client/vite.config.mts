import { resolve } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const repository = resolve(import.meta.dirname, '../..');
const server = process.env.MANYHALLS_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  // Draws only what has changed: a cue changes little of a page, and its picture should not wait for the rest.
  plugins: [
    react(),
    babel({ presets: [reactCompilerPreset()] }),
    // The server replaces a word in index.html, which therefore stays as it is.
    compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css)$/, threshold: 1024 }),
  ],
  resolve: {
    alias: [
      { find: /^@manyhalls\/(contracts|domain)$/, replacement: `${repository}/libs/$1/src/index.ts` },
      { find: /^@manyhalls\/contracts\/(.*)$/, replacement: `${repository}/libs/contracts/src/$1` },
    ],
  },
  // The server replaces it with a fresh word in every page it gives out.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: resolve(repository, 'dist/apps/web-client'), emptyOutDir: true },
  server: {
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
});
