import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { NodeReply, NodeRequest, NodeVerb, PlayoutDto, WatchedKind } from '@manyhalls/contracts';
import { Viewer } from '../bench/lib/rtc/viewer';
import { told } from '../contracts/told';
import { makeClip, makeNonsense } from '../factories/clip';
import { InProcessHalls } from './lib/halls';
import { processesWith } from '../factories/processes';
import { endWebRtc, keep } from './lib/webrtc-ends';

jest.setTimeout(60_000);

const clockRates = { audio: 48_000, video: 90_000, 'small-video': 90_000 };

describe('playing a file', () => {
  let folder: string;
  let halls: InProcessHalls;
  let looping: Pick<PlayoutDto, 'file' | 'smallFile' | 'loop' | 'positionSeconds'>;
  let feed: { sessionId: string; feedId: string; generation: number };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manyhalls-playout-'));
    halls = await InProcessHalls.start({ filesFolder: folder });
    looping = { file: await makeClip(folder, 1), smallFile: null, loop: true, positionSeconds: 0 };
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
  async function watch(kind: WatchedKind, nodeId: string, standby = false) {
    const peerId = randomUUID();
    const viewer = keep(new Viewer());
    const packets: { packet: Buffer; at: number }[] = [];
    viewer.onPacket = (packet) => packets.push({ packet: Buffer.from(packet), at: performance.now() });
    const { plane, media } = halls;
    await plane.request(nodeId, 'peer:open', { peerId, sessionId: feed.sessionId, audience: true });
    const transport = await plane.request(nodeId, 'transport:open', { peerId, direction: 'receive' });
    const transportId = transport.id;
    const track = { ...feed, kind, originNodeId: 'jinan' };
    const { rtpCapabilities } = Viewer;
    const consumer = await media.consume({ peerId, nodeId, track, standby, rtpCapabilities });
    await viewer.watch(transport, [consumer], (dtlsParameters) =>
      plane.request(nodeId, 'transport:connect', { peerId, transportId, dtlsParameters }),
    );
    const timestamp = (index: number) => packets.at(index)?.packet.readUInt32BE(4) ?? 0;
    const seconds = () => (timestamp(-1) - timestamp(0)) / clockRates[kind];
    return {
      packets,
      tune: () => plane.request(nodeId, 'consumer:tune', { peerId, consumerId: consumer.id, layer: 'high' }),
      async receives(enough: number): Promise<void> {
        while (seconds() < enough) await wait(20);
      },
      leave: () => plane.request(nodeId, 'peer:close', { peerId }),
    };
  }

  async function seen(kind: WatchedKind, nodeId: string) {
    const viewer = await watch(kind, nodeId);
    await viewer.tune();
    return viewer;
  }

  /** Whether a VP8 picture begins in this packet that needs no other one (RFC 7741 §4.2 and §4.3). */
  function isKeyframe(packet: Buffer): boolean {
    const extension = packet.readUInt8(0) & 0x10 ? 4 + 4 * packet.readUInt16BE(14) : 0;
    const payload = packet.subarray(12 + extension);
    // The number of the picture, in one or two octets, is all that ffmpeg adds.
    const descriptor = payload.readUInt8(0);
    const length = descriptor & 0x80 ? (payload.readUInt8(2) & 0x80 ? 4 : 3) : 1;
    return (descriptor & 0x10) !== 0 && (payload.readUInt8(length) & 1) === 0;
  }

  it('is received on every node, sound and picture, again and again when it loops', async () => {
    await jinan('playout:start', { ...feed, ...looping });
    const watching = [
      await seen('video', 'jinan'),
      await seen('audio', 'jinan'),
      await seen('video', 'tokyo'),
      await seen('audio', 'osaka'),
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
    await jinan('playout:start', { ...feed, ...looping, loop: false });
    expect((await end).payload).toEqual({
      ...feed,
      fault: null,
      positionSeconds: expect.any(Number) as number,
    });
    expect((await jinan('node:report', {})).feeds).toEqual([]);
  });

  it('is started once, however often it is asked for', async () => {
    const request = { ...feed, ...looping };
    await Promise.all([jinan('playout:start', request), jinan('playout:start', request)]);
    await jinan('playout:start', request);
    expect((await jinan('node:load', {})).producers).toBe(2);
  });

  it('gives way to a newer generation, and refuses an older one', async () => {
    await jinan('playout:start', { ...feed, ...looping });
    const newer = { ...feed, ...looping, generation: 2 };
    await jinan('playout:start', newer);
    const older = jinan('playout:start', { ...feed, ...looping });
    await expect(older).rejects.toMatchObject({ code: 'conflict' });
    const { feeds } = await jinan('node:report', {});
    expect(feeds.map(({ generation }) => generation)).toEqual([2, 2]);
  });

  it('says why when the file cannot be played', async () => {
    const end = ended();
    const start = jinan('playout:start', { ...feed, ...looping, file: await makeNonsense(folder) });
    const fault = expect.stringContaining('Invalid data') as string;
    await expect(start).rejects.toMatchObject({ code: 'unavailable', message: fault });
    expect((await end).payload).toEqual({ ...feed, fault, positionSeconds: 0 });
  });

  it('says that the player died', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, ...looping });
    while (players().length < 2) await wait(20);
    for (const pid of players()) process.kill(pid, 'SIGKILL');
    expect((await end).payload).toMatchObject({ ...feed, fault: expect.any(String) });
    expect((await jinan('node:load', {})).producers).toBe(0);
  });

  it('says that the player hangs, and ends it', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, ...looping });
    await (await seen('video', 'tokyo')).receives(0.5);
    for (const pid of players()) process.kill(pid, 'SIGSTOP');
    expect((await end).payload).toMatchObject({ ...feed, fault: 'its player stands still' });
    await noneIsLeft();
  });

  it('ends with its media worker, and can be started again', async () => {
    const end = ended();
    await jinan('playout:start', { ...feed, ...looping });
    halls.killWorkers('jinan');
    expect((await end).payload).toMatchObject({ ...feed, fault: expect.any(String) });
    await noneIsLeft();
    feed.generation = 2;
    await jinan('playout:start', { ...feed, ...looping });
    await (await seen('video', 'tokyo')).receives(0.5);
  });

  describe('that was prepared', () => {
    /** Four seconds, large and small. */
    let pair: Pick<PlayoutDto, 'file' | 'smallFile'>;
    beforeAll(async () => {
      pair = { file: await makeClip(folder, 4), smallFile: await makeClip(folder, 4, { size: '80x44' }) };
    });
    const wanted = (positionSeconds: number) => ({ ...feed, ...pair, loop: false, positionSeconds });
    const prepare = (positionSeconds = 0) => jinan('playout:prepare', wanted(positionSeconds));
    const start = (positionSeconds = 0) => jinan('playout:start', wanted(positionSeconds));
    const show = () =>
      Promise.all(
        ['jinan', 'tokyo'].map((node) => halls.plane.request(node, 'feed:show', { feedId: feed.feedId })),
      );

    it('sends nothing before it begins, and then everybody the first picture, at the same moment', async () => {
      await prepare();
      await prepare();
      const [large, small, far] = await Promise.all([
        seen('video', 'jinan'),
        seen('small-video', 'jinan'),
        seen('video', 'tokyo'),
      ]);
      await wait(300);
      expect(large.packets).toEqual([]);
      const waiting = players();
      expect(waiting.length).toBeGreaterThan(0);
      await start();
      expect(players()).toEqual(waiting);
      await Promise.all([large, small, far].map((viewer) => viewer.receives(0.5)));
      const first = [large, small, far].map(({ packets: [packet] }) => packet);
      for (const one of first) expect(isKeyframe(one?.packet ?? Buffer.alloc(20))).toBe(true);
      const moments = first.map((one) => one?.at ?? NaN);
      expect(Math.max(...moments) - Math.min(...moments)).toBeLessThan(50);
    });

    it('gives nothing to who was given it in advance, whatever they ask for, until it is shown', async () => {
      await start();
      const early = [await watch('video', 'jinan', true), await watch('audio', 'tokyo', true)];
      for (const viewer of early) await viewer.tune();
      const crew = await seen('video', 'jinan');
      await crew.receives(0.5);
      expect(early.map(({ packets }) => packets)).toEqual([[], []]);
      await show();
      await Promise.all(early.map((viewer) => viewer.receives(0.5)));
    });

    it('is sent without being asked for to those who only prepared, when it is shown', async () => {
      await prepare();
      const viewers = [await watch('video', 'jinan', true), await watch('small-video', 'tokyo')];
      await Promise.all([show(), start()]);
      await Promise.all(viewers.map((viewer) => viewer.receives(0.5)));
    });

    it('plays also when the player that waited has died', async () => {
      await prepare();
      while (players().length < 2) await wait(20);
      for (const pid of players()) process.kill(pid, 'SIGKILL');
      await noneIsLeft();
      // The node hears of it only now.
      await wait(200);
      await start();
      await (await seen('video', 'tokyo')).receives(0.5);
    });

    it('waits no longer when it is not wanted any more', async () => {
      await prepare();
      while (players().length < 2) await wait(20);
      await jinan('playout:stop', { feedId: feed.feedId });
      await noneIsLeft();
    });

    it.each([0, 3])(
      'begins where it is told, ready for second %i, and says where it ended',
      async (ready) => {
        const end = ended();
        await prepare(ready);
        await start(3);
        const { payload } = await end;
        expect(payload).toEqual({ ...feed, fault: null, positionSeconds: expect.any(Number) as number });
        expect(payload.positionSeconds).toBeGreaterThan(3.5);
        expect(payload.positionSeconds).toBeLessThan(6);
      },
    );
  });
});
