/** How a bench tells its figures: one JSON line each with `--json`, otherwise one table at the end. */
import { setTimeout as wait } from 'node:timers/promises';
import { lineOf, type Figure, type Line } from './figure';

/** Things to put away when the bench is over, whichever way: the last one opened goes first. */
export type Defer = (putAway: () => unknown) => void;

export interface Bench {
  tell(figure: Figure): void;
  /** Words for whoever waits; on standard error, so that standard output holds figures only. */
  say(words: string): void;
  defer: Defer;
}

const PATIENCE_MS = 5 * 60_000;

/**
 * Runs a bench and ends the process: exit code 0 when it measured all it meant to, also where a promise was missed;
 * 1 when something broke, was stopped, or took longer than five minutes.
 */
export async function runBench(name: string, measure: (bench: Bench) => Promise<void>): Promise<never> {
  const json = process.argv.includes('--json');
  const lines: Line[] = [];
  const putAways: (() => unknown)[] = [];
  const say = (words: string) => process.stderr.write(`${words}\n`);
  const bench: Bench = {
    say,
    defer: (putAway) => putAways.push(putAway),
    tell: (figure) => {
      const line = lineOf(name, figure);
      lines.push(line);
      if (json) process.stdout.write(`${JSON.stringify(line)}\n`);
    },
  };
  let code = 0;
  try {
    await Promise.race([measure(bench), stopped(), tooLong()]);
    if (!json) console.table(lines.map(({ bench: _, ...line }) => line));
  } catch (error) {
    code = 1;
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  for (const putAway of putAways.reverse()) {
    try {
      await Promise.race([putAway(), wait(20_000)]);
    } catch (error) {
      say(`while putting away: ${String(error)}`);
      code = 1;
    }
  }
  process.exit(code);
}

function stopped(): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => reject(new Error(`stopped by ${signal}`)));
    }
  });
}

async function tooLong(): Promise<never> {
  await wait(PATIENCE_MS, undefined, { ref: false });
  throw new Error('took longer than five minutes');
}
