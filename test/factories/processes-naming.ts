import { readdir, readFile } from 'node:fs/promises';

/** The other processes of this machine that were started with these words (Linux). */
export async function processesNaming(words: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const commands = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands
    .filter((command) => command.includes(words))
    .map((command) => command.replaceAll('\0', ' '));
}
