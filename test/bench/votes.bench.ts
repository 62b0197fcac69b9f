/** What is stored a second, against a pool that inserts row by row: `npm run bench -- votes`. */
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgresServer } from './lib/product/product';
import { runBench, type Bench } from './lib/report';
import { median } from './lib/statistics';
import { perSecond } from './votes/in-flight';
import { serviceSide, type WorkOf } from './votes/service-side';
import { socketSide } from './votes/socket-side';

const ROUNDS = 5;
const PER_ROUND = 4000;
/** How many people press at the same moment. */
const AT_ONCE = 400;
/** Connections of the pool we compare with: each has one insert under way. */
const BARE_AT_ONCE = 8;
/** Until every socket may ask as much as before. */
const REFILL_MS = 4500;

void runBench('votes', async (bench) => {
  process.env.TEST_POSTGRES_URL = await startPostgresServer(bench.defer);
  const services = await serviceSide(bench.defer);
  const spread = services.votes(50);
  const votes = await compare(bench, 'votes', spread.service, spread.bare);
  const messages = await compare(bench, 'messages', services.messages.service, services.messages.bare);
  const hot = await compareHot(services.votes(1).service, spread.service);
  bench.tell({ metric: 'one-hot-question', unit: 'votes/s', ...hot, target: null });
  bench.tell({
    metric: 'one-hot-question-ratio',
    value: hot.value / hot.baseline,
    unit: 'ratio',
    baseline: 1,
    target: 0.9,
    ok: hot.value >= 0.9 * hot.baseline,
  });
  const once = await services.oneVotesMany(100);
  bench.tell({
    metric: 'stored-of-100-votes-by-one-person',
    value: once,
    unit: 'votes',
    baseline: null,
    target: 1,
    ok: once === 1,
  });
  const wrong = (await services.tallyIsExact()) ? 0 : 1;
  bench.tell({ metric: 'wrong-tallies', value: wrong, unit: 'count', baseline: null, target: 0 });

  const sockets = await socketSide(bench);
  const overSockets = { votes: [] as number[], messages: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await wait(REFILL_MS);
    overSockets.votes.push(await perSecond(sockets.votes(), AT_ONCE));
    overSockets.messages.push(await perSecond(sockets.messages(), AT_ONCE));
    await wait(REFILL_MS);
    await perSecond(sockets.votesBack(), AT_ONCE);
  }
  tellRatio(bench, 'votes-through-sockets', median(overSockets.votes), votes.bare, 0.5);
  tellRatio(bench, 'messages-through-sockets', median(overSockets.messages), messages.bare, 0.5);
});

/** Service, pool, pool, service: as many rounds of it as there are. */
async function compare(bench: Bench, what: string, service: WorkOf, bare: WorkOf) {
  const rates = { service: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = await perSecond(await service(PER_ROUND), AT_ONCE);
    const second = await perSecond(await bare(PER_ROUND), BARE_AT_ONCE);
    const third = await perSecond(await bare(PER_ROUND), BARE_AT_ONCE);
    const fourth = await perSecond(await service(PER_ROUND), AT_ONCE);
    if (round === 0) continue; // It warms up.
    rates.service.push((first + fourth) / 2);
    rates.bare.push((second + third) / 2);
    bench.say(`${what}: ${Math.round(first)}, pool: ${Math.round(second)}`);
  }
  tellRatio(bench, what, median(rates.service), median(rates.bare), 1);
  return { service: median(rates.service), bare: median(rates.bare) };
}

async function compareHot(hot: WorkOf, spread: WorkOf): Promise<{ value: number; baseline: number }> {
  const rates = { hot: [] as number[], spread: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.spread.push(await perSecond(await spread(PER_ROUND), AT_ONCE));
    rates.hot.push(await perSecond(await hot(PER_ROUND), AT_ONCE));
  }
  return { value: median(rates.hot), baseline: median(rates.spread) };
}

/** The rates, and their ratio with its promise: more is better. */
function tellRatio({ tell }: Bench, what: string, value: number, baseline: number, target: number): void {
  tell({ metric: `${what}-per-second`, value, unit: 'rows', baseline, target: null });
  const ratio = value / baseline;
  tell({ metric: `${what}-ratio`, value: ratio, unit: 'ratio', baseline: 1, target, ok: ratio >= target });
}
