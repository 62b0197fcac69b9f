/** The two sides of the comparison, each with one hall and its viewers on one media worker. */
import { Bare } from '../bare/bare';
import { Product } from '../lib/product/product';
import { Stage } from '../lib/product/stage';
import { cpuSeconds, residentBytes } from '../lib/processes';
import type { Bench } from '../lib/report';
import { Publisher } from '../lib/rtc/publisher';
import { SyntheticFeed } from '../lib/rtc/synthetic-feed';
import { Viewer } from '../lib/rtc/viewer';
import { sum } from '../lib/statistics';

const SSRC = 0x4d480003;
const FEED_BITS_PER_SECOND = 2_000_000;
/** How many come at the same time: a crowd at the door, but not a collision. */
const AT_ONCE = 10;

/** What a side has used and delivered up to a moment. */
export interface Meter {
  /** By `worker.getResourceUsage()`. */
  workerCpuSeconds: number;
  /** Of the process around the worker, all its threads. */
  javaScriptCpuSeconds: number;
  /** RTP bytes that its viewers have received. */
  deliveredBytes: number;
}

export interface Side {
  feed: SyntheticFeed;
  /** Lets more viewers in. */
  admit(viewers: number): Promise<void>;
  read(): Promise<Meter>;
  /** Resident memory of the process and its worker. */
  memoryBytes(): Promise<number>;
}

export async function bareSide({ defer, say }: Bench): Promise<Side> {
  say('starting the bare worker');
  const bare = await Bare.start(defer);
  const publisher = new Publisher('video', SSRC);
  defer(() => publisher.close());
  await bare.publish(publisher);
  const { viewers, admit } = crowd(defer, (viewer) => bare.watch(viewer));
  return {
    feed: feedOf(publisher, defer),
    admit,
    read: async () => ({
      workerCpuSeconds: (await bare.ask('usage', {})).workerCpuSeconds,
      javaScriptCpuSeconds: cpuSeconds(bare.pid),
      deliveredBytes: sum(viewers.map(({ bytes }) => bytes)),
    }),
    memoryBytes: async () => residentBytes(bare.pid) + residentBytes((await bare.ask('usage', {})).workerPid),
  };
}

export async function productSide(bench: Bench): Promise<Side> {
  const { defer } = bench;
  const product = await Product.start(bench, ['jinan']);
  const stage = await Stage.set(product, 'jinan', defer);
  const publisher = new Publisher('video', SSRC);
  defer(() => publisher.close());
  const hall = await stage.joinAs('venue-host', defer);
  await hall.goOnAir(publisher);
  const { viewers, admit } = crowd(defer, async (viewer) => {
    const attendee = await stage.joinAsAttendee(defer);
    await attendee.watchProgramme(viewer);
  });
  return {
    feed: feedOf(publisher, defer),
    admit,
    read: async () => ({
      workerCpuSeconds: sum((await product.loads()).map((load) => load.workerCpuSeconds)),
      javaScriptCpuSeconds: cpuSeconds(product.pid),
      deliveredBytes: sum(viewers.map(({ bytes }) => bytes)),
    }),
    memoryBytes: async () => sum([product.pid, ...product.workerPids].map(residentBytes)),
  };
}

function crowd(defer: Bench['defer'], letIn: (viewer: Viewer) => Promise<void>) {
  const viewers: Viewer[] = [];
  const admitOne = async () => {
    const viewer = new Viewer();
    defer(() => viewer.close());
    await letIn(viewer);
    viewers.push(viewer);
  };
  const admit = async (count: number) => {
    for (let left = count; left > 0; left -= AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(left, AT_ONCE) }, admitOne));
    }
  };
  return { viewers, admit };
}

function feedOf(publisher: Publisher, defer: Bench['defer']): SyntheticFeed {
  const feed = new SyntheticFeed(publisher, FEED_BITS_PER_SECOND);
  defer(() => feed.stop());
  return feed;
}
