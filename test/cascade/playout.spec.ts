import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { MediaFileDto, NodeReply, NodeRequest, NodeVerb, TrackKind } from '@manyhalls/contracts';
import { Viewer } from '../bench/lib/rtc/viewer';
import { told } from '../contracts/told';
import { makeClip, makeNonsense } from './lib/clip';
import { InProcessHalls } from './lib/halls';
import { processesWith } from './lib/processes-with';
import { endWebRtc, keep } from './lib/webrtc-ends';

jest.setTimeout(60_000);

const clockRates = { audio: 48_000, video: 90_000 };

describe('playing a file', () => {
  let folder: string;
  let halls: InProcessHalls;
  let clip: MediaFileDto;
  let feed: { sessionId: string; feedId: string; generation: number };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manyhalls-playout-'));
    halls = await InProcessHalls.start({ filesFolder: folder });
    clip = await makeClip(folder, 1);
  });
  beforeEach(() => {
    feed = { sessionId: randomUUID(), feedId: randomUUID(), generation: 1 };
  });
  afterEach(async () => {
    await jinan('playout:stop', { feedId: feed.feedId });
    await noneIsLeft();
  });
  afterAll(async () => {
    await halls?.stop();
    await rm(folder, { recursive: true });
    endWebRtc();
  });

  function jinan<Verb extends NodeVerb>(verb: Verb, request: NodeRequest<Verb>): Promise<NodeReply<Verb>> {
    return halls.plane.request('jinan', verb, request);
  }

  const players = () => processesWith(folder);
  async function noneIsLeft(): Promise<void> {
    while (players().length > 0) await wait(20);
  }

  const ended = () => told(halls.plane, 'playout:ended', ({ feedId }) => feedId === feed.feedId);

  /** Somebody at a node who watches one kind of it, and how many seconds of it they have received. */
  async function watch(kind: TrackKind, nodeId: string) {
    const peerId = randomUUID();
    const viewer = keep(new Viewer());
    const timestamps: number[] = [];
    viewer.onPacket = (packet) => timestamps.push(packet.readUInt32BE(4));
    const { plane, media } = halls;
    await plane.request(nodeId, 'peer:open', { peerId, sessionId: feed.sessionId, audience: true });
    const transport = await plane.request(nodeId, 'transport:open', { peerId, direction: 'receive' });
    const transportId = transport.id;
    const track = { ...feed, kind, originNodeId: 'jinan' };
    const { rtpCapabilities } = Viewer;
    const consumer = await media.consume({ peerId, nodeId, track, rtpCapabilities });
    await viewer.watch(transport, [consumer], (dtlsParameters) =>
      plane.request(nodeId, 'transport:connect', { peerId, transportId, dtlsParameters }),
    );
    await plane.request(nodeId, 'consumer:tune', { peerId, consumerId: consumer.id, layer: 'high' });
    const seconds = () => ((timestamps.at(-1) ?? 0) - (timestamps[0] ?? 0)) / clockRates[kind];
    return {
      async receives(enough: number): Promise<void> {
        while (seconds() < enough) await wait(20);
      },
      leave: () => plane.request(nodeId, 'peer:close', { peerId }),
    };
  }

  it('is received on every node, sound and picture, again and again when it loops', async () => {
    await jinan('playout:start', { ...feed, file: clip, loop: true });
    const watching = [
      await watch('video', 'jinan'),
      await watch('audio', 'jinan'),
      await watch('video', 'tokyo'),
      await watch('audio', 'osaka'),
    ];
    // The file has one second.
    await Promise.all(watching.map((viewer) => viewer.receives(2.5)));
    const { feeds } = await jinan('node:report', {});
    expect(feeds.filter(({ feedId }) => feedId === feed.feedId)).toEqual(
      (['audio', 'video'] as const).map((kind) => ({ ...feed, kind, peerId: null })),
    );
    await Promise.all(watching.map((viewer) => viewer.leave()));
  });

  it('ends at its end when it does not loop', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, file: clip, loop: false });
    expect((await end).payload).toEqual({ ...feed, fault: null });
    expect((await jinan('node:report', {})).feeds).toEqual([]);
  });

  it('is started once, however often it is asked for', async () => {
    const request = { ...feed, file: clip, loop: true };
    await Promise.all([jinan('playout:start', request), jinan('playout:start', request)]);
    await jinan('playout:start', request);
    expect((await jinan('node:load', {})).producers).toBe(2);
  });

  it('gives way to a newer generation, and refuses an older one', async () => {
    await jinan('playout:start', { ...feed, file: clip, loop: true });
    const newer = { ...feed, generation: 2, file: clip, loop: true };
    await jinan('playout:start', newer);
    const older = jinan('playout:start', { ...feed, file: clip, loop: true });
    await expect(older).rejects.toMatchObject({ code: 'conflict' });
    const { feeds } = await jinan('node:report', {});
    expect(feeds.map(({ generation }) => generation)).toEqual([2, 2]);
  });

  it('says why when the file cannot be played', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, file: await makeNonsense(folder), loop: true });
    expect((await end).payload.fault).toContain('Invalid data');
  });

  it('says that the player died', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, file: clip, loop: true });
    while (players().length < 2) await wait(20);
    for (const pid of players()) process.kill(pid, 'SIGKILL');
    expect((await end).payload).toMatchObject({ ...feed, fault: expect.any(String) });
    expect((await jinan('node:load', {})).producers).toBe(0);
  });

  it('ends with its media worker, and can be started again', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, file: clip, loop: true });
    halls.killWorkers('jinan');
    expect((await end).payload).toMatchObject({ ...feed, fault: expect.any(String) });
    await noneIsLeft();
    feed.generation = 2;
    await jinan('playout:start', { ...feed, file: clip, loop: true });
    await (await watch('video', 'tokyo')).receives(0.5);
  });
});
