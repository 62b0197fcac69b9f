import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Refusal } from '@manyhalls/contracts';
import { askFfmpeg, makeVideo } from './videos';

/** A file that must be refused, whatever it is called, and why. */
export interface HostileFile {
  what: string;
  make(folder: string, bait: Bait): Promise<string>;
  refusal: Refusal;
}

/** What hostile files point at. */
export interface Bait {
  /** The address of a server that nobody may come to. */
  url: string;
  /** A video on this machine that nobody may read. */
  file: string;
}

/** Writes a file of this content. */
const written =
  (name: string, content: (bait: Bait) => string | Buffer) =>
  async (folder: string, bait: Bait): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, content(bait));
    return file;
  };

/** A video, of which somebody has then made something else. */
const spoilt =
  (name: string, spoil: (bytes: Buffer, bait: Bait) => Buffer, options: readonly string[] = []) =>
  async (folder: string, bait: Bait): Promise<string> => {
    const file = await makeVideo(folder, { name, seconds: 4, options });
    await writeFile(file, spoil(await readFile(file), bait));
    return file;
  };

const hls = ({ url, file }: Bait) =>
  `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\n${url}/part.ts\n#EXTINF:10,\nfile://${file}\n#EXT-X-ENDLIST\n`;
const concat = ({ url, file }: Bait) => `ffconcat version 1.0\nfile '${file}'\nfile '${url}/next.mp4'\n`;
const sdp = ({ url }: Bait) => `v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video ${new URL(url).port} RTP/AVP 96\n`;

/** Samples are asked for from a file named by its path, as QuickTime does it: an alias in the list of references. */
export async function pointingElsewhere(folder: string, { file: path }: Bait): Promise<string> {
  const file = await makeVideo(folder, { name: 'elsewhere.mov' });
  const bytes = await readFile(file);
  const list = bytes.indexOf('dref');
  const entry = list + 12;
  const length = bytes.readUInt32BE(entry);
  const alias = aliasTo(path);
  for (const box of ['moov', 'trak', 'mdia', 'minf', 'dinf', 'dref']) {
    const size = bytes.lastIndexOf(box, list) - 4;
    bytes.writeUInt32BE(bytes.readUInt32BE(size) + alias.length - length, size);
  }
  await writeFile(file, Buffer.concat([bytes.subarray(0, entry), alias, bytes.subarray(entry + length)]));
  return file;
}

function aliasTo(path: string): Buffer {
  const absolutePath = 2;
  const name = Buffer.from(path.length % 2 ? `${path}\0` : path);
  const head = Buffer.alloc(166);
  head.write('alis', 4);
  head.writeUInt16BE(absolutePath, 162);
  head.writeUInt16BE(name.length, 164);
  const alias = Buffer.concat([head, name, Buffer.from([0xff, 0xff, 0, 0])]);
  alias.writeUInt32BE(alias.length, 0);
  return alias;
}

const chunk = (name: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};
const words = (...numbers: number[]) => Buffer.from(new Uint32Array(numbers).buffer);

/** AVI can hold a whole file of subtitles, whose kind is guessed from its content. */
function aviWithSubtitles(content: string): Buffer {
  const head = chunk('avih', words(40_000, 0, 0, 0, 1, 0, 1, 0, 64, 64, 0, 0, 0, 0));
  const stream = chunk('strh', Buffer.from('txts'), words(0, 0, 0, 0, 1, 1, 0, 1, 4096, 0, 0, 0, 0));
  const gab2 = [Buffer.from('GAB2\0\x02\0'), words(0), Buffer.from('\x04\0'), words(content.length)];
  return chunk(
    'RIFF',
    Buffer.from('AVI '),
    chunk(
      'LIST',
      Buffer.from('hdrl'),
      head,
      chunk('LIST', Buffer.from('strl'), stream, chunk('strf', words(0))),
    ),
    chunk('LIST', Buffer.from('movi'), chunk('00tx', ...gab2, Buffer.from(content))),
  );
}

async function picture(folder: string): Promise<string> {
  const file = join(folder, 'picture.mp4');
  await askFfmpeg([
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=64x64',
    '-frames:v',
    '1',
    '-c:v',
    'mjpeg',
    '-f',
    'mjpeg',
    file,
  ]);
  return file;
}

/** As a live recording is written: nobody knew then how long it would be. */
const hours = (folder: string) =>
  makeVideo(folder, {
    name: 'hours.mkv',
    seconds: 1200,
    picture: 'color=black:size=64x64:rate=1',
    sound: null,
    options: ['-live', '1'],
  });

/** A picture of darkness packs well. */
async function bomb(folder: string): Promise<string> {
  const side = 16_000;
  const part = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  const lines = deflateSync(Buffer.alloc(side * (1 + side / 8)));
  const png = join(folder, 'bomb.png');
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  await writeFile(
    png,
    Buffer.concat([signature, part('IHDR', head), part('IDAT', lines), part('IEND', Buffer.alloc(0))]),
  );
  const file = join(folder, 'bomb.mov');
  await askFfmpeg(['-f', 'png_pipe', '-framerate', '1', '-i', png, '-c', 'copy', file]);
  return file;
}

export const hostileFiles: HostileFile[] = [
  { what: 'a playlist of HLS', make: written('list.m3u8', hls), refusal: 'not-a-video' },
  { what: 'a playlist named as a video', make: written('list.mp4', hls), refusal: 'not-a-video' },
  { what: 'a list of files to be joined', make: written('list.ffconcat', concat), refusal: 'not-a-video' },
  { what: 'such a list named as a video', make: written('joined.mp4', concat), refusal: 'not-a-video' },
  { what: 'a description of a stream', make: written('stream.mov', sdp), refusal: 'not-a-video' },
  {
    what: 'a playlist behind the first bytes of a video',
    make: written('sheep.mp4', (bait) =>
      Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), Buffer.from(hls(bait))]),
    ),
    refusal: 'broken',
  },
  {
    what: 'a playlist where AVI has subtitles',
    make: written('subtitles.avi', (bait) => aviWithSubtitles(hls(bait))),
    refusal: 'no-picture',
  },
  { what: 'a video whose samples are in another file', make: pointingElsewhere, refusal: 'broken' },
  {
    what: 'an archive',
    make: written('film.mp4', () => Buffer.from('PK\x03\x04\x14\0\0\0\b\0 and so on')),
    refusal: 'not-a-video',
  },
  { what: 'a picture', make: picture, refusal: 'not-a-video' },
  { what: 'nothing', make: written('empty.mp4', () => ''), refusal: 'empty' },
  { what: 'a few bytes', make: written('few.mp4', () => '\0\0\0'), refusal: 'not-a-video' },
  {
    what: 'a video whose end is missing, and with it its index',
    make: spoilt('cut.mp4', (bytes) => bytes.subarray(0, bytes.length / 2)),
    refusal: 'broken',
  },
  {
    what: 'a video whose second half is missing',
    make: spoilt('half.mp4', (bytes) => bytes.subarray(0, bytes.length / 2), ['-movflags', '+faststart']),
    refusal: 'broken',
  },
  {
    what: 'a video whose pictures and sound are noise',
    make: spoilt('noise.mp4', (bytes) => {
      for (let at = 100; at < bytes.indexOf('moov') - 4; at++) bytes[at] = (at * 7919) >> 3;
      return bytes;
    }),
    refusal: 'broken',
  },
  {
    what: 'a header that says that each picture is shown for minutes',
    make: spoilt('endless.mp4', (bytes) => {
      const picture = bytes.indexOf('stts') + 16;
      bytes.writeUInt32BE(bytes.readUInt32BE(picture) * 9_000, picture);
      return bytes;
    }),
    refusal: 'no-picture',
  },
  {
    what: 'hours of darkness in a few bytes, without a word about their length',
    make: hours,
    refusal: 'too-long',
  },
  { what: 'a picture of 16000 x 16000, packed into a few bytes', make: bomb, refusal: 'too-large-a-picture' },
  {
    what: 'sound only',
    make: (folder) => makeVideo(folder, { name: 'sound.mp4', picture: null }),
    refusal: 'no-picture',
  },
  {
    what: 'a single picture with sound',
    make: (folder) => makeVideo(folder, { name: 'still.mp4', soundSeconds: 2, options: ['-frames:v', '1'] }),
    refusal: 'no-picture',
  },
  {
    what: 'pictures only',
    make: (folder) => makeVideo(folder, { name: 'dumb.mp4', sound: null }),
    refusal: 'no-sound',
  },
  {
    what: 'silence',
    make: (folder) =>
      makeVideo(folder, { name: 'silence.mkv', sound: 'anullsrc', options: ['-c:a', 'pcm_s16le'] }),
    refusal: 'no-sound',
  },
];
