/** What attendees see of a greeting: its subtitles in time, and its slate when it fails: `npm run bench -- playback`. */
import { runBench } from './lib/report';
import { median, percentile } from './lib/statistics';
import { bareSide } from './playback/bare-side';
import { productSide } from './playback/product-side';
import { slates, subtitleOffsets, type Seen } from './playback/seen';

/** P: the product, B: a bare page. */
const BLOCKS = 'PBBP';
const ROUNDS_PER_BLOCK = { P: 5, B: 3 };

void runBench('playback', async (bench) => {
  const product = await productSide(bench);
  const side = { P: product.round, B: await bareSide(bench, product) };
  const seen = { P: [] as Seen[], B: [] as Seen[] };
  for (const name of BLOCKS as Iterable<'P' | 'B'>) {
    for (let round = 0; round < ROUNDS_PER_BLOCK[name]; round += 1) seen[name].push(await side[name]());
    const slate = Math.round(median(seen[name].flatMap(slates)));
    bench.say(`${name}: slate after ${slate}, subtitle off by ${Math.round(median(off(seen[name])))} ms`);
  }
  for (const [metric, of, target] of [
    ['death-to-slate', (rounds: Seen[]) => rounds.flatMap(slates), 1_000],
    ['subtitle-offset', off, 300],
  ] as const) {
    const [value, baseline] = [of(seen.P), of(seen.B)];
    const figure = { unit: 'ms', target: null };
    bench.tell({ ...figure, metric: `${metric}-median`, value: median(value), baseline: median(baseline) });
    const [p95, bare] = [value, baseline].map((values) => percentile(values, 0.95)) as [number, number];
    bench.tell({ ...figure, metric: `${metric}-p95`, value: p95, baseline: bare, target, ok: p95 < target });
  }
});

const off = (rounds: Seen[]) => rounds.flatMap(subtitleOffsets);
