import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat, statfs, writeFile } from 'node:fs/promises';
import type { ClientRequest } from 'node:http';
import { join } from 'node:path';
import { builtServer } from '../../factories/built-server';
import { ask, call } from '../../factories/http';
import { freePorts } from '../../factories/ports';
import { until } from '../../factories/until';
import { makeEvent, type SampleEvent } from '../../factories/event';
import {
  beginUpload,
  dataFolder,
  inviteOffice,
  makeReady,
  offsetOf,
  randomFile,
  readAsCrew,
  readAsOffice,
  sendPart,
  upload,
  type Office,
} from '../../factories/greetings';
import { startServer, type TestServer } from '../../factories/server';

const mebibyte = 1024 * 1024;
const largest = 16 * mebibyte;

let folder: Awaited<ReturnType<typeof dataFolder>>;
let server: TestServer;
let sample: SampleEvent;
let office: Office;

const start = (more: Record<string, string> = {}) =>
  startServer({ DATA_DIR: folder.path, GREETING_MAX_BYTES: String(largest), ...more });

beforeAll(async () => {
  folder = await dataFolder();
  server = await start();
  sample = await makeEvent(server);
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});
beforeEach(async () => {
  office = await inviteOffice(server, sample);
});

const original = (sha256: string) => join(folder.path, 'greetings/originals', sha256);
const inUploads = async () => (await readdir(join(folder.path, 'greetings/uploads'))).length;
const addressOf = (answer: Response) => `${server.url}${answer.headers.get('location')}`;

const field = (of: string) => expect.objectContaining({ details: { field: of } }) as object;
const closed = (request: ClientRequest) => new Promise<unknown>((resolve) => request.once('close', resolve));

/** Waits until this much has arrived, however the network cuts it into pieces. */
async function arrived(url: string, bytes: number): Promise<void> {
  const file = join(folder.path, 'greetings/uploads', url.split('/').at(-1) ?? '');
  while ((await stat(file)).size < bytes) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What was cut at half is sent to its end, and the whole is what was chosen. */
async function goesOn(url: string, { bytes, sha256 }: ReturnType<typeof randomFile>): Promise<void> {
  expect(await offsetOf(url, office)).toBe(bytes.length / 2);
  await upload(server, office, bytes, { uploadUrl: url });
  expect((await readAsCrew(server, sample, office)).original?.sha256).toBe(sha256);
  expect((await readFile(original(sha256))).equals(bytes)).toBe(true);
}

describe('an upload', () => {
  it('is kept as it came, with its checksum, under no name but that', async () => {
    const { bytes, sha256 } = randomFile(3 * mebibyte + 7);
    await upload(server, office, bytes, { name: 'Grußwort 知事.mp4' });
    const { original: kept } = await readAsCrew(server, sample, office);
    expect(kept).toMatchObject({ sha256, bytes: bytes.length, name: 'Grußwort 知事.mp4' });
    expect((await readFile(original(sha256))).equals(bytes)).toBe(true);
    expect(await readAsOffice(server, office)).toMatchObject({ upload: null });
    expect(await inUploads()).toBe(0);
  });

  it('that was cut at half goes on after the server has been started anew', async () => {
    const { bytes, sha256 } = randomFile(8 * mebibyte);
    const half = bytes.length / 2;
    const url = addressOf(await beginUpload(server, office, bytes.length));
    const request = sendPart(url, office, bytes.subarray(0, half), bytes.length);
    await arrived(url, half);
    const cut = closed(request);
    const { database } = server;
    await Promise.all([server.app.close(), cut]);
    const { port } = new URL(server.url);
    const again = await startServer(
      { DATA_DIR: folder.path, GREETING_MAX_BYTES: String(largest), PORT: port },
      database,
    );
    server = { ...again, stop: async () => (await again.stop(), await database.drop()) };

    expect(await readAsOffice(server, office)).toMatchObject({
      state: 'invited',
      upload: { name: 'greeting.mp4', bytes: bytes.length, offset: half },
    });
    await goesOn(url, { bytes, sha256 });
  });

  it('that was cut at half because the server was killed goes on', async () => {
    const { bytes, sha256 } = randomFile(8 * mebibyte);
    const half = bytes.length / 2;
    const [port = 0] = await freePorts(1);
    const first = { url: `http://127.0.0.1:${port}` };
    const killed = builtServer(server.database, {
      DATA_DIR: folder.path,
      GREETING_MAX_BYTES: String(largest),
      PORT: String(port),
    });
    try {
      await until(() =>
        fetch(`${first.url}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
      const path = (await beginUpload(first, office, bytes.length)).headers.get('location');
      const request = sendPart(`${first.url}${path}`, office, bytes.subarray(0, half), bytes.length);
      await arrived(`${path}`, half);
      const cut = closed(request);
      killed.kill('SIGKILL');
      await Promise.all([once(killed, 'exit'), cut]);

      await goesOn(`${server.url}${path}`, { bytes, sha256 });
    } finally {
      killed.kill('SIGKILL');
    }
  });

  it('that had arrived whole when the server ended is taken over at the next start', async () => {
    const { bytes, sha256 } = randomFile(mebibyte);
    const url = addressOf(await beginUpload(server, office, bytes.length));
    // As if the server had ended between the last byte and what follows it.
    const file = join(folder.path, 'greetings/uploads', url.split('/').at(-1) ?? '');
    await writeFile(file, bytes);
    const other = await startServer({ DATA_DIR: folder.path }, server.database);
    try {
      for (;;) {
        const { original: kept } = await readAsCrew(server, sample, office);
        if (kept) {
          expect(kept.sha256).toBe(sha256);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    } finally {
      await other.stop();
    }
  });

  it('that nobody goes on with is thrown away a week after its link has stopped working', async () => {
    const late = await inviteOffice(server, sample);
    const kept = addressOf(await beginUpload(server, late, mebibyte));
    addressOf(await beginUpload(server, office, mebibyte));
    const before = await inUploads();
    const expire = (id: string, days: number) =>
      server.database.query(
        `UPDATE greetings SET expires_at = now() - interval '${days} days' WHERE id = '${id}'`,
      );
    await expire(office.greeting.id, 8);
    await expire(late.greeting.id, 6);
    const other = await startServer({ DATA_DIR: folder.path }, server.database);
    try {
      while ((await inUploads()) === before) await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await other.stop();
    }
    expect((await stat(join(folder.path, 'greetings/uploads', kept.split('/').at(-1) ?? ''))).size).toBe(0);
  });

  it('ends at once when the link is taken back, and does not go on', async () => {
    const url = addressOf(await beginUpload(server, office, 4 * mebibyte));
    const request = sendPart(url, office, Buffer.alloc(mebibyte), 4 * mebibyte);
    await arrived(url, mebibyte);
    const end = closed(request).then(() => performance.now());
    const from = performance.now();
    await ask(
      server,
      'POST',
      `events/${sample.event.id}/greetings/${office.greeting.id}/revoke-link`,
      sample.organiser,
    );
    expect((await end) - from).toBeLessThan(2_000);
    await expect(offsetOf(url, office)).rejects.toThrow('401');
    await expect(upload(server, office, Buffer.alloc(10))).rejects.toThrow('revoked');
  });

  it('gives way to the one that was begun last', async () => {
    const before = await inUploads();
    const first = addressOf(await beginUpload(server, office, mebibyte));
    const { bytes, sha256 } = randomFile(mebibyte);
    await upload(server, office, bytes);
    await expect(offsetOf(first, office)).rejects.toThrow('409');
    expect((await readAsCrew(server, sample, office)).original?.sha256).toBe(sha256);
    expect(await inUploads()).toBe(before);
  });

  it('takes the place of what was sent before, and of what was made of that', async () => {
    const [first, second] = [randomFile(mebibyte), randomFile(mebibyte)];
    await upload(server, office, first.bytes);
    const made = await makeReady(server, office);
    const { version } = await readAsCrew(server, sample, office);
    const path = `events/${sample.event.id}/greetings/${office.greeting.id}`;
    const body = { version, text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nWelcome' };
    await ask(server, 'PUT', `${path}/subtitles/en`, { ticket: sample.organiser.ticket, body });
    expect(await readAsCrew(server, sample, office)).toMatchObject({ subtitles: ['en'] });
    await upload(server, office, second.bytes);
    expect(await readAsCrew(server, sample, office)).toMatchObject({
      original: { sha256: second.sha256 },
      subtitles: [],
      file: null,
    });
    for (const gone of [original(first.sha256), join(folder.path, 'files', made)])
      await expect(stat(gone)).rejects.toThrow('ENOENT');
    await ask(server, 'DELETE', path, sample.organiser);
    await expect(stat(original(second.sha256))).rejects.toThrow('ENOENT');
  });

  it('leaves alone what somebody else has sent, too', async () => {
    const other = await inviteOffice(server, sample);
    const { bytes, sha256 } = randomFile(mebibyte);
    for (const one of [office, other]) await upload(server, one, bytes);
    await upload(server, office, randomFile(mebibyte).bytes);
    expect((await readFile(original(sha256))).equals(bytes)).toBe(true);
  });

  it('is taken over from a connection that was cut without a word', async () => {
    const { bytes, sha256 } = randomFile(2 * mebibyte);
    const url = addressOf(await beginUpload(server, office, bytes.length));
    const dead = sendPart(url, office, bytes.subarray(0, mebibyte), bytes.length);
    await arrived(url, mebibyte);
    await upload(server, office, bytes, { uploadUrl: url });
    dead.destroy();
    expect((await readAsCrew(server, sample, office)).original?.sha256).toBe(sha256);
  });
});

describe('what is not received', () => {
  it('is a file that is too large, whatever it says of its size', async () => {
    expect((await beginUpload(server, office, largest + 1)).status).toBe(413);
    const url = addressOf(await beginUpload(server, office, mebibyte));
    const { status } = await fetch(url, {
      method: 'PATCH',
      headers: {
        cookie: office.cookie,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: Buffer.alloc(2 * mebibyte),
    });
    expect(status).toBe(413);
    const deferred = await fetch(`${server.url}/api/greetings/${office.greeting.id}/uploads`, {
      method: 'POST',
      headers: { cookie: office.cookie, 'tus-resumable': '1.0.0', 'upload-defer-length': '1' },
    });
    expect(deferred.status).toBe(400);
  });

  it('is a file for which there is no room once others have arrived whole', async () => {
    const roomy = await startServer({ DATA_DIR: folder.path, GREETING_MAX_BYTES: `${2 ** 50}` });
    try {
      const event = await makeEvent(roomy);
      const [first, second] = [await inviteOffice(roomy, event), await inviteOffice(roomy, event)];
      const { bavail, bsize } = await statfs(folder.path);
      const most = Math.floor(bavail * bsize * 0.6);
      expect((await beginUpload(roomy, first, most)).status).toBe(201);
      const refused = await beginUpload(roomy, second, most);
      expect([refused.status, await refused.json()]).toEqual([507, { error: field('room') }]);
      // Who begins anew does not stand in their own way.
      expect((await beginUpload(roomy, first, most)).status).toBe(201);
    } finally {
      await roomy.stop();
    }
  });

  it.each(['../../../etc/passwd', '..%2f..%2fevil', 'a\0b.mp4', '-rf', '/etc/cron.d/x', '..\\..\\x'])(
    'is a path or an option: %j',
    async (name) => {
      const { bytes } = randomFile(100);
      const before = await readdir(folder.path, { recursive: true });
      const refused = await beginUpload(server, office, bytes.length, name);
      expect([refused.status, await refused.json()]).toEqual([400, { error: field('name') }]);
      await expect(upload(server, office, bytes, { name })).rejects.toThrow('this is not a plain name');
      expect(await readdir(folder.path, { recursive: true })).toEqual(before);
      expect((await readAsCrew(server, sample, office)).state).toBe('invited');
    },
  );

  it('is an empty file', async () => {
    const before = await readdir(folder.path, { recursive: true });
    const refused = await beginUpload(server, office, 0);
    expect([refused.status, await refused.json()]).toEqual([400, { error: field('empty') }]);
    expect(await readdir(folder.path, { recursive: true })).toEqual(before);
    expect((await readAsCrew(server, sample, office)).state).toBe('invited');
  });

  it('is anything without the cookie, or with that of another greeting', async () => {
    const other = await inviteOffice(server, sample);
    const url = addressOf(await beginUpload(server, office, mebibyte));
    for (const cookie of ['', 'manyhalls-greeting=x', other.cookie]) {
      const stranger = { ...office, cookie };
      expect([401, 404]).toContain((await beginUpload(server, stranger, 10)).status);
      await expect(offsetOf(url, stranger)).rejects.toThrow(/HEAD: (401|404)/);
    }
    // With the right cookie for another greeting's upload.
    const theirs = addressOf(await beginUpload(server, other, mebibyte));
    const crossed = theirs.replace(other.greeting.id, office.greeting.id);
    await expect(offsetOf(crossed, office)).rejects.toThrow('HEAD: 409');
    expect(await offsetOf(theirs, other)).toBe(0);
  });

  it('is what an address names after its question mark', async () => {
    const url = addressOf(await beginUpload(server, office, mebibyte));
    expect(await offsetOf(`${url}?of=/${randomUUID()}`, office)).toBe(0);
  });

  it('is ever given out by the upload’s own address', async () => {
    const url = addressOf(await beginUpload(server, office, mebibyte));
    for (const cookie of ['', office.cookie]) {
      const { status } = await fetch(url, { headers: { cookie } });
      expect(status).toBe(404);
    }
  });

  it('has an id that is no id', async () => {
    for (const id of ['..', '%2e%2e%2fx', 'x', '%00']) {
      const { status } = await call(server, 'PATCH', `greetings/${office.greeting.id}/uploads/${id}`, {
        headers: { cookie: office.cookie },
      });
      expect([400, 404]).toContain(status);
    }
  });
});
