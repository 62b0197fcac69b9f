import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../lib/processes';
import type { Defer } from '../lib/report';

/** The bare page's script, bundled as the product's pages are. */
export async function bundleBarePage(defer: Defer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'manyhalls-bench-'));
  defer(() => rm(folder, { recursive: true }));
  const contracts = join(ROOT, 'libs/contracts/src');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@manyhalls/contracts': contracts } },
    build: {
      outDir: folder,
      lib: { entry: join(__dirname, 'bare-page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  return join(folder, 'page.js');
}
