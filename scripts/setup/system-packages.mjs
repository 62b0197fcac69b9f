// @ts-check
// Programs and libraries that come from the system: used when present, installed
// by apt for root on Debian and its kin, otherwise asked for in words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { step } from './print.mjs';
import { Problem } from './problem.mjs';
import { findOnPath, run } from './run.mjs';

/**
 * @typedef {object} Need
 * @property {string} what in words: "a C++ compiler"
 * @property {string[]} packages on Debian and Ubuntu
 * @property {() => boolean | Promise<boolean>} present
 */

/**
 * @param {Need[]} needs
 * @param {{ why: string, otherwise?: string }} words `why` completes "needed to …"; `otherwise` names another way out
 */
export async function ensureSystemPackages(needs, { why, otherwise }) {
  const missing = [];
  for (const need of needs) if (!(await need.present())) missing.push(need);
  if (missing.length === 0) return;

  const packages = [...new Set(missing.flatMap((need) => need.packages))];
  if (!canInstall()) throw new Problem(request(missing, packages, why, otherwise));
  await step(`Installing with apt, needed to ${why}: ${packages.join(' ')}`, (progress) =>
    install(packages, progress),
  );

  const still = [];
  for (const need of missing) if (!(await need.present())) still.push(need);
  if (still.length > 0) throw new Problem(request(still, packages, why, otherwise));
}

function isDebianLike() {
  if (!existsSync('/etc/os-release')) return false;
  const words = readFileSync('/etc/os-release', 'utf8').match(/^ID(?:_LIKE)?=.*$/gm) ?? [];
  return words.some((line) => /debian|ubuntu/.test(line));
}

export function canInstall() {
  return process.getuid?.() === 0 && isDebianLike() && findOnPath('apt-get') !== undefined;
}

/**
 * @param {Need[]} missing
 * @param {string[]} packages
 * @param {string} why
 * @param {string} [otherwise]
 */
function request(missing, packages, why, otherwise) {
  const command = isDebianLike()
    ? `  sudo apt-get install --no-install-recommends ${packages.join(' ')}`
    : `  (on Debian or Ubuntu)  apt-get install --no-install-recommends ${packages.join(' ')}`;
  return [
    `Something is missing on this system that is needed to ${why}:`,
    ...missing.map((need) => `  - ${need.what}`),
    'Please install it and start again:',
    command,
    ...(otherwise ? [otherwise] : []),
  ].join('\n');
}

/**
 * @param {string[]} packages
 * @param {(detail: string) => void} progress
 */
async function install(packages, progress) {
  const lists = '/var/lib/apt/lists';
  const known = existsSync(lists) && readdirSync(lists).some((name) => name.includes('_Packages'));
  if (!known) await apt(['update'], progress);
  const command = ['install', '--yes', '--no-install-recommends', ...packages];
  try {
    await apt(command, progress);
  } catch {
    // Old lists name versions that the mirror has dropped.
    await apt(['update'], progress);
    await apt(command, progress);
  }
}

/**
 * @param {string[]} args
 * @param {(detail: string) => void} progress
 */
function apt(args, progress) {
  return run('apt-get', ['--quiet', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    mayFinish: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    onLine: (line) => {
      if (/^(Get|Unpacking|Setting up)/.test(line)) progress(line.slice(0, 60));
    },
  });
}
