/** From GO to knowing it, and to seeing it: `npm run bench -- cue`. */
import { setTimeout as wait } from 'node:timers/promises';
import { bareSide } from './cue/bare-side';
import { firstShown, spreads, type Pressed } from './cue/presses';
import { MARKS, productSide } from './cue/product-side';
import { runBench, type Bench } from './lib/report';
import { median, percentile } from './lib/statistics';

/** P: the product, B: bare socket.io and a bare worker. */
const BLOCKS = 'PBBP';
const ROUNDS_PER_BLOCK = { P: 6, B: 4 };
const SETTLE_MS = 2000;

void runBench('cue', async (bench) => {
  const P = await productSide(bench);
  const B = await bareSide(bench, P);
  const pressed = { P: [] as Pressed[], B: [] as Pressed[] };
  for (const side of BLOCKS as Iterable<'P' | 'B'>) {
    await Promise.all([P.rest(), B.rest()]);
    await wait(SETTLE_MS);
    for (let round = 0; round < ROUNDS_PER_BLOCK[side]; round += 1)
      pressed[side].push(...(await { P, B }[side].round()));
    bench.say(`${side}: ${describe(pressed[side])}`);
  }
  tell(bench, pressed);
});

const hall = ({ mark }: Pressed) => mark !== MARKS.greeting;
const greeting = (press: Pressed) => !hall(press);

function tell({ tell }: Bench, { P, B }: { P: Pressed[]; B: Pressed[] }): void {
  const pair = (metric: string, of: (pressed: Pressed[]) => number[], target: number) => {
    const [value, baseline] = [of(P), of(B)];
    const figure = { unit: 'ms', target: null };
    tell({ ...figure, metric: `${metric}-median`, value: median(value), baseline: median(baseline) });
    const p95 = percentile(value, 0.95);
    tell({
      ...figure,
      metric: `${metric}-p95`,
      value: p95,
      baseline: percentile(baseline, 0.95),
      target,
      ok: p95 < target,
    });
  };
  pair('go-to-state-known', (pressed) => pressed.flatMap(({ known }) => known), 300);
  pair('go-to-first-frame-of-hall', (pressed) => pressed.filter(hall).flatMap(firstShown), 500);
  pair('go-to-first-frame-of-greeting', (pressed) => pressed.filter(greeting).flatMap(firstShown), 500);
  pair('greeting-spread', (pressed) => pressed.filter(greeting).flatMap(spreads), 100);
}

function describe(pressed: Pressed[]): string {
  const of = (values: number[]) => `${Math.round(median(values))}/${Math.round(percentile(values, 0.95))}`;
  return [
    `known ${of(pressed.flatMap(({ known }) => known))}`,
    `hall ${of(pressed.filter(hall).flatMap(firstShown))}`,
    `greeting ${of(pressed.filter(greeting).flatMap(firstShown))}`,
    `spread ${of(pressed.filter(greeting).flatMap(spreads))} ms (median/p95)`,
  ].join(', ');
}
