import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Greeting } from '../../../apps/event-server/src/greetings/greeting';
import {
  demandStep,
  GreetingChanges,
} from '../../../apps/event-server/src/greetings/greeting-changes.service';
import { ProcessingService } from '../../../apps/event-server/src/greetings/processing/processing.service';
import { GreetingRows } from '../../../apps/event-server/src/greetings/greeting-rows.service';
import { Originals } from '../../../apps/event-server/src/greetings/originals.service';
import { MediaFiles } from '../../../apps/event-server/src/media-files/media-files.service';
import { makeEvent } from '../../factories/event';
import { processed, sendAgain, sendGreeting, storeOnly } from '../../factories/sent-greeting';
import { until } from '../../factories/until';
import { startServer, type TestServer } from '../../factories/server';
import { brightness, loudnessOf, makeVideo, probe, turn, type VideoRecipe } from '../../factories/videos';

let folder: string;
let server: TestServer;
let eventId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greetings-'));
  server = await startServer({ DATA_DIR: join(folder, 'data'), FFMPEG_BIN: process.env.FFMPEG_BIN ?? '' });
  eventId = (await makeEvent(server)).event.id;
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What was made of a greeting: places of its files. */
function filesOf({ files }: Greeting) {
  if (!files) throw new Error('it has no files');
  const placeOf = (sha256: string) => server.get(MediaFiles).placeOf(sha256);
  return {
    ...files,
    places: {
      large: placeOf(files.large.sha256),
      small: placeOf(files.small.sha256),
      poster: placeOf(files.poster.sha256),
    },
  };
}

async function send(recipe: VideoRecipe): Promise<Greeting> {
  const greeting = await processed(
    server,
    await sendGreeting(server, eventId, await makeVideo(folder, recipe)),
  );
  expect(greeting).toMatchObject({ state: 'ready', refusal: null, progress: 100 });
  return greeting;
}

const keyframesOf = (seconds: number) => Array.from({ length: seconds }, (_, second) => second);

describe('two renditions are made of', () => {
  const peculiar: [string, VideoRecipe, { rate: 25 | 30; seconds: number; large: [number, number] }][] = [
    [
      'a usual video, in pictures that are alike in both',
      { name: 'usual.mp4', seconds: 3, picture: 'testsrc2=size=1280x720:rate=30' },
      { rate: 30, seconds: 3, large: [1280, 720] },
    ],
    [
      'a grainy film, none of whose pictures is too large for a receive buffer',
      { name: 'grain.mp4', picture: 'testsrc2=size=1280x720:rate=25,noise=alls=16:allf=t' },
      { rate: 25, seconds: 2, large: [1280, 720] },
    ],
    [
      'film, at 23.976 pictures a second',
      { name: 'film.mov', picture: 'testsrc=size=640x360:rate=24000/1001' },
      { rate: 25, seconds: 2, large: [640, 360] },
    ],
    [
      'a varying number of pictures a second',
      {
        name: 'varying.mp4',
        picture: 'testsrc=size=320x180:rate=30,select=not(between(mod(n\\,20)\\,3\\,9))',
      },
      { rate: 30, seconds: 2, large: [640, 360] },
    ],
    [
      'loud mono at 44.1 kHz',
      {
        name: 'mono.mkv',
        sound: 'aevalsrc=sin(800*t)*(0.3+0.7*gt(mod(t\\,1)\\,0.5)):s=44100',
        options: ['-ac', '1', '-c:a', 'pcm_s16le'],
      },
      { rate: 25, seconds: 2, large: [640, 360] },
    ],
    [
      'quiet words with claps between them',
      {
        name: 'claps.mkv',
        seconds: 4,
        sound: 'aevalsrc=0.02*sin(1900*t)*(1+sin(9*t))+0.9*sin(6300*t)*lt(mod(t\\,1.7)\\,0.002):s=48000',
        options: ['-c:a', 'pcm_s16le'],
      },
      { rate: 25, seconds: 4, large: [640, 360] },
    ],
    [
      'a broadcast stream, interlaced, with wide pixels and quiet sound',
      {
        name: 'broadcast.ts',
        picture: 'testsrc=size=720x576:rate=25,setsar=64/45,setfield=tff',
        sound: 'sine=frequency=440:sample_rate=48000,volume=-20dB',
        options: ['-c:v', 'mpeg2video', '-flags', '+ildct+ilme', '-c:a', 'mp2'],
      },
      { rate: 25, seconds: 2, large: [1280, 720] },
    ],
    [
      'sound that goes on when the pictures have ended',
      { name: 'longer-sound.avi', soundSeconds: 3, options: ['-c:a', 'pcm_s16le'] },
      { rate: 25, seconds: 3, large: [640, 360] },
    ],
  ];

  it.each(peculiar)('%s', async (_, recipe, { rate, seconds, large: [width, height] }) => {
    const { large, small, originalSeconds, places } = filesOf(await send(recipe));
    const [inLarge, inSmall] = [await probe(places.large), await probe(places.small)];
    expect(inLarge).toMatchObject({
      width,
      height,
      sampleRate: '48000',
      channels: 'stereo',
      codecs: ['vp8', 'opus'],
    });
    expect(inSmall).toMatchObject({ width: 640, height: 360, sampleRate: '48000', channels: 'stereo' });
    expect(Math.abs(inLarge.frames - seconds * rate)).toBeLessThanOrEqual(1);
    expect(inSmall.frames).toBe(inLarge.frames);
    // Milliseconds are the finest that WebM knows.
    expect(inLarge.steps).toEqual(rate === 25 ? [40] : [33, 34]);
    expect(inLarge.largestPicture).toBeLessThan(100_000);
    expect(inLarge.keyframes.slice(0, seconds)).toEqual(keyframesOf(seconds));
    expect(inSmall.keyframes).toEqual(inLarge.keyframes);
    expect(Math.abs(inLarge.soundSeconds - inLarge.seconds)).toBeLessThan(0.05);
    const { integrated, peak } = await loudnessOf(places.large);
    expect(Math.abs(integrated + 23)).toBeLessThan(1);
    expect(peak).toBeLessThanOrEqual(-1);
    expect(large).toMatchObject({ width, height, lengthSeconds: inLarge.frames / rate });
    expect(small).toMatchObject({ width: 640, height: 360, lengthSeconds: inLarge.frames / rate });
    expect(Math.abs(originalSeconds - seconds)).toBeLessThan(0.1);
  });
});

it('a telephone held upright fills the height, the right way up', async () => {
  const picture = 'color=black:size=640x360:rate=25,drawbox=w=320:h=360:color=white:t=fill';
  const file = await makeVideo(folder, { name: 'upright.mp4', picture });
  await turn(file);
  const { places } = filesOf(await processed(server, await sendGreeting(server, eventId, file)));
  // What was left is above, and bars are at both sides.
  const [above, below, left, right] = await brightness(places.small, 10, [
    [0.5, 0.25],
    [0.5, 0.75],
    [0.1, 0.25],
    [0.9, 0.25],
  ]);
  expect(above).toBeGreaterThan(200);
  expect(Math.max(below ?? NaN, left ?? NaN, right ?? NaN)).toBeLessThan(40);
});

it('files are named by their content, and nothing else is left', async () => {
  const { large, small, poster, places } = filesOf(await send({ name: 'short.mp4' }));
  for (const { sha256, bytes, path } of [large, small, poster]) {
    const content = await readFile(server.get(MediaFiles).placeOf(sha256));
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(content.length).toBe(bytes);
    expect(path).toBe(`/api/media-files/${sha256}`);
  }
  expect((await readFile(places.poster)).subarray(0, 3).toString('hex')).toBe('ffd8ff');
  expect(await readdir(join(folder, 'data/greetings/work'))).toEqual([]);
});

it('a trim makes new files, cut at exactly the frames that were meant', async () => {
  // Each frame is as bright as its number says; of the 256 steps of brightness, video uses 219.
  const picture = 'nullsrc=size=320x180:rate=25,geq=lum=16+14*mod(N\\,16):cb=128:cr=128';
  const whole = await send({ name: 'numbered.mp4', seconds: 4, picture });
  await server.get(GreetingChanges).change(whole.id, ({ greeting }) => ({
    state: demandStep(greeting, 'trim'),
    trim: { from: 1.2, to: 3 },
    job: greeting.job + 1,
  }));
  await server.get(ProcessingService).queue(whole.id);
  const cut = await processed(server, whole.id);
  const { large, originalSeconds, places } = filesOf(cut);
  expect(large.sha256).not.toBe(filesOf(whole).large.sha256);
  expect(cut.original).toEqual(whole.original);
  expect(originalSeconds).toBe(filesOf(whole).originalSeconds);
  expect(large.lengthSeconds).toBe(1.8);
  const { frames, keyframes, soundSeconds } = await probe(places.large);
  expect(frames).toBe(45);
  expect(keyframes).toEqual([0, 1]);
  expect(Math.abs(soundSeconds - 1.8)).toBeLessThan(0.05);
  const numberOf = async (frame: number) => {
    const [bright] = await brightness(places.large, frame, [[0.5, 0.5]]);
    return Math.round((bright ?? NaN) / ((14 * 255) / 219));
  };
  expect([await numberOf(0), await numberOf(44)]).toEqual([30 % 16, 74 % 16]);
});

it('another file in the place of one that is being worked on is what counts', async () => {
  const picture = 'testsrc2=size=1280x720:rate=30';
  const long = await makeVideo(folder, { name: 'long.mp4', seconds: 10, picture });
  const id = await sendGreeting(server, eventId, long);
  await until(async () => (await server.get(GreetingRows).findOne({ id })).progress > 0);
  await sendAgain(server, id, await makeVideo(folder, { name: 'better.mp4', seconds: 3 }));
  const { large } = filesOf(await processed(server, id));
  expect(large.lengthSeconds).toBe(3);
  await until(async () => (await readdir(join(folder, 'data/greetings/work'))).length === 0);
});

it('what keeps failing is given up, and another file is welcome', async () => {
  const file = await makeVideo(folder, { name: 'vanishing.mp4' });
  const id = await storeOnly(server, eventId, file);
  const { original } = await server.get(GreetingRows).findOne({ id });
  await server.get(Originals).discard(original?.sha256 ?? '');
  await server.get(ProcessingService).queue(id);
  expect(await processed(server, id)).toMatchObject({ state: 'refused', refusal: 'broken', files: null });
  await sendAgain(server, id, await makeVideo(folder, { name: 'whole.mp4', seconds: 3 }));
  expect(await processed(server, id)).toMatchObject({ state: 'ready', refusal: null });
});
