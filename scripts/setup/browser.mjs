// @ts-check
// The browser of the tests, and fonts for the Chinese, Japanese and Korean words
// in its pictures. Only `npm test` and some benches need them.
import { existsSync } from 'node:fs';
import { Problem } from './problem.mjs';
import { findOnPath, run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const inSystem = () => NAMES.map(findOnPath).find(Boolean);

async function hasFonts() {
  if (findOnPath('fc-list') === undefined)
    return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  const languages = await Promise.all(
    ['zh', 'ja', 'ko'].map((lang) => run('fc-list', [`:lang=${lang}`, 'family'])),
  );
  return languages.every((families) => families !== '');
}

/** @returns {Promise<string>} the path of Chromium */
export async function testBrowser() {
  const named = process.env.CHROMIUM_BIN;
  if (named && !existsSync(named)) throw new Problem(`CHROMIUM_BIN is ${named}, which does not exist.`);
  await ensureSystemPackages(
    [
      { what: 'Chromium', packages: ['chromium'], present: () => Boolean(named ?? inSystem()) },
      { what: 'fonts for Chinese, Japanese and Korean', packages: ['fonts-noto-cjk'], present: hasFonts },
    ],
    { why: 'run the browser tests', otherwise: 'Or set CHROMIUM_BIN to a Chromium or Chrome.' },
  );
  return named ?? /** @type {string} */ (inSystem());
}
