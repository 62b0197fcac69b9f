import { setTimeout as wait } from 'node:timers/promises';
import { Bare } from '../bare/bare';
import { BarePlayout } from '../bare/bare-playout';
import { approvedGreeting } from '../lib/product/greeting';
import type { Product } from '../lib/product/product';
import { Rundown } from '../lib/product/rundown';
import { Stage } from '../lib/product/stage';
import type { Bench } from '../lib/report';
import { Viewer } from '../lib/rtc/viewer';
import { median } from '../lib/statistics';
import { sharesDuring, whole, type Shares } from './cpu';
import { repeatedGreeting } from './long-greeting';

const SHORT = { seconds: 20, mark: 1 };
/** The long one is the short one so many times: five minutes. */
const TIMES = 15;
/** B: the bare worker, 1: one play, L: one of the long file, 3: three plays in three sessions. */
const ORDER = 'B1L3';
const ROUNDS = 3;
const WINDOW_MS = 5000;
const SETTLE_MS = 1500;
/** What a figure may be off by. */
const NOISE = 1.15;

/** The cues of each session. No greeting comes next after any of them: no player waits while others are measured. */
const [LONG_CUE, SHORT_CUE, NOTHING] = [0, 2, 3];

type Kind = 'B' | '1' | 'L' | '3';

/** Shares of a core while greetings play, each in a session of its own, to one viewer each. */
export async function measurePlays(bench: Bench, product: Product): Promise<void> {
  const { defer, say } = bench;
  const first = await Stage.set(product, 'jinan', defer);
  const stages = [first, await first.another(defer), await first.another(defer)];
  say('plays: an office sends a greeting, which is processed');
  const greeting = await approvedGreeting(product, first, SHORT);
  const longId = await repeatedGreeting(product, first, greeting, TIMES);
  const seats = await Promise.all(
    stages.map(async (stage) => ({ stage, rundown: await writeRundown(stage, greeting.id, longId) })),
  );
  const bare = await Bare.start(defer);
  const file = product.mediaFile(greeting.file?.sha256 ?? '');

  const play = (count: number, cue: number) => playInProduct(bench, product, seats.slice(0, count), cue);
  const measure: Record<Kind, () => Promise<Shares>> = {
    B: () => playBare(bench, bare, file),
    1: () => play(1, SHORT_CUE),
    L: () => play(1, LONG_CUE),
    3: () => play(3, SHORT_CUE),
  };
  const found: Record<Kind, Shares[]> = { B: [], 1: [], L: [], 3: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of ORDER as Iterable<Kind>) {
      const shares = await measure[kind]();
      found[kind].push(shares);
      say(`${kind}: ${JSON.stringify(shares)}`);
    }
  tell(bench, found);
}

interface Seat {
  stage: Stage;
  rundown: Rundown;
}

function writeRundown({ caller }: Stage, shortId: string, longId: string): Promise<Rundown> {
  const slate = { layout: 'slate' as const };
  const greeting = (greetingId: string) => ({
    type: 'greeting' as const,
    layout: 'single' as const,
    greetingId,
  });
  return Rundown.write(caller, greeting(longId), slate, greeting(shortId), slate);
}

async function playInProduct(
  { defer }: Bench,
  product: Product,
  seats: Seat[],
  cue: number,
): Promise<Shares> {
  for (const { rundown } of seats) await rundown.standby(cue);
  await wait(SETTLE_MS);
  for (const { rundown } of seats) await rundown.go(cue);
  await wait(SETTLE_MS / 2);
  const audience = await Promise.all(
    seats.map(async ({ stage }) => {
      const attendee = await stage.joinAsAttendee(defer);
      const viewer = new Viewer();
      await attendee.watchProgramme(viewer);
      return { attendee, viewer };
    }),
  );
  await wait(SETTLE_MS);
  const { ffmpegPids, workerPids, pid } = product;
  if (ffmpegPids.length !== seats.length) throw new Error(`${ffmpegPids.length} greetings play`);
  const before = audience.map(({ viewer }) => viewer.bytes);
  const shares = await sharesDuring(WINDOW_MS, { ffmpeg: ffmpegPids, worker: workerPids, javaScript: [pid] });
  demandFlow(audience.map(({ viewer }, index) => viewer.bytes - (before[index] ?? 0)));
  for (const { attendee, viewer } of audience) {
    await attendee.leave();
    viewer.close();
  }
  for (const { rundown } of seats) await rundown.go(NOTHING);
  return shares;
}

/** The same file, the large picture only, copied to a bare worker by a bare ffmpeg. */
async function playBare({ defer }: Bench, bare: Bare, file: string): Promise<Shares> {
  const targets = await bare.ask('open-plain', {});
  const viewer = new Viewer();
  await bare.watch(viewer);
  const playout = BarePlayout.start(file, targets, defer);
  await wait(SETTLE_MS * 1.5);
  const { workerPid } = await bare.ask('usage', {});
  const before = viewer.bytes;
  const players = { ffmpeg: [playout.pid], worker: [workerPid], javaScript: [bare.pid] };
  const shares = await sharesDuring(WINDOW_MS, players);
  demandFlow([viewer.bytes - before]);
  await playout.stop();
  await bare.ask('close-plain', {});
  viewer.close();
  return shares;
}

/** A figure of something that does not play would be a good one. */
function demandFlow(bytes: number[]): void {
  if (bytes.some((count) => count < (WINDOW_MS / 1000) * 20_000))
    throw new Error(`viewers have received only ${bytes.join()} bytes`);
}

function tell({ tell }: Bench, found: Record<Kind, Shares[]>): void {
  const of = (kind: Kind, figure: (shares: Shares) => number) => median(found[kind].map(figure));
  const compare = (
    metric: string,
    one: Kind,
    other: Kind,
    figure: (shares: Shares) => number,
    most?: number,
  ) =>
    tell({
      metric,
      value: of(one, figure),
      unit: 'cores',
      baseline: of(other, figure),
      target: most === undefined ? null : most * of(other, figure),
    });
  compare('one-play', '1', 'B', whole);
  for (const part of ['ffmpeg', 'worker', 'javaScript'] as const)
    compare(`one-play-${part.toLowerCase()}`, '1', 'B', (shares) => shares[part]);
  compare('three-plays', '3', '1', whole, 3 * NOISE);
  compare('five-minutes-file', 'L', '1', whole, NOISE);
}
