import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { nonceOf } from './security-headers';

/** Where `vite build` puts the browser's part; the server is started in the repository's root. */
const folder = resolve('dist/apps/web-client');
/** Stands in index.html where this answer's nonce belongs; vite's `html.cspNonce` puts it there. */
const noncePlaceholder = /__CSP_NONCE__/g;
const notPages = /^\/(api|socket\.io)(\/|$)/;

/** Gives out the browser's part: its files, and for every other address the page that routes by itself. */
export function webClient(): Router {
  const router = express.Router();
  // Their names change with their content. The build has compressed them: a crowd that comes costs no compressing.
  router.use(
    '/assets',
    expressStaticGzip(join(folder, 'assets'), {
      index: false,
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  );
  router.use('/assets', (_request, response) => void response.sendStatus(404));
  router.use(express.static(folder, { index: false, redirect: false, maxAge: '1h' }));
  router.use(page);
  return router;
}

async function page(request: Request, response: Response, next: NextFunction): Promise<void> {
  if (notPages.test(request.path) || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  if (html === null) {
    response.status(503).type('text').send('The pages are not built: run "npx vite build apps/web-client".');
    return;
  }
  response.set('Cache-Control', 'no-store').type('html');
  response.send(html.replace(noncePlaceholder, nonceOf(response)));
}
