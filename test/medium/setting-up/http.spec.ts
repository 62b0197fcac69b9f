import { call } from '../../factories/http';
import { eventOf, makeEvent, type SampleEvent } from '../../factories/event';
import { startServer, type TestServer } from '../../factories/server';

let server: TestServer;
let sample: SampleEvent;
beforeAll(async () => {
  server = await startServer();
  sample = await makeEvent(server);
});
afterAll(() => server.stop());

const create = async (body: unknown, headers: Record<string, string> = {}) => {
  const answer = await call(server, 'POST', 'events', { ticket: sample.organiser.ticket, body, headers });
  return [answer.status, answer.body.error.code];
};

describe('bad input', () => {
  it.each([
    ['broken JSON', '{"slug":'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a prototype', '{"__proto__":{"admin":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
  ])('%s is a bad request', async (_, body) => {
    expect(await create(body)).toEqual([400, 'bad-request']);
    expect({}).not.toHaveProperty('admin');
  });

  it('larger than 256 kB is a bad request', async () => {
    const description = { en: 'x'.repeat(300 * 1024) };
    expect(await create(eventOf({ description }))).toEqual([400, 'bad-request']);
  });

  it('in a character set of its own is a bad request', async () => {
    expect(await create('{}', { 'content-type': 'application/json; charset=utf-7' })).toEqual([
      400,
      'bad-request',
    ]);
  });

  it('names every field at fault, however deep', async () => {
    const { body } = await call(server, 'POST', 'events', {
      ticket: sample.organiser.ticket,
      body: {
        ...eventOf(),
        slug: 'A',
        coHosts: [{ name: { en: 'Fine' } }, { name: { fr: 'Non' } }],
        extra: 1,
      },
    });
    expect(Object.keys(body.error.details!.fields as object).sort()).toEqual([
      'coHosts.1.name',
      'coHosts.1.name.fr',
      'extra',
      'slug',
    ]);
  });
});

it.each(['GET', 'POST', 'DELETE'])('%s of what is not there is answered in JSON', async (method) => {
  for (const path of ['nowhere', 'events/../nowhere', 'public/nowhere/x']) {
    const answer = await call(server, method, path);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'not-found']);
  }
});

describe('the pages', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { redirect: 'manual', headers });

  it('are one page under every address that is nothing else', async () => {
    for (const path of ['/', '/events/seminar', '/invite', '/organise/events/1']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain('<div id="root">');
    }
  });

  it('allow nothing that is not ours, and no inline style without the nonce of this very answer', async () => {
    const [one, two] = [await get('/'), await get('/')];
    const policy = one.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(await one.text()).toContain(`nonce="${nonce}"`);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    expect(one.headers.get('x-powered-by')).toBeNull();
    expect(one.headers.get('cache-control')).toBe('no-store');
  });

  it('keep for ever what changes its name with its content, and miss what is not there', async () => {
    const html = await (await get('/')).text();
    const script = await get(/src="(\/assets\/[^"]+)"/.exec(html)![1]!);
    expect([script.status, script.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect((await get('/assets/missing.js')).status).toBe(404);
  });

  it('send scripts and styles compressed, and as they are to whom cannot unpack them', async () => {
    const html = await (await get('/')).text();
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
      ([, path]) => path!,
    );
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      const whole = await get(path, { 'accept-encoding': 'identity' });
      expect(whole.headers.get('content-encoding')).toBeNull();
      const content = await whole.text();
      for (const encoding of content.length > 2000 ? ['br', 'gzip'] : []) {
        const packed = await get(path, { 'accept-encoding': encoding });
        expect(packed.headers.get('content-encoding')).toBe(encoding);
        expect(packed.headers.get('vary')).toContain('Accept-Encoding');
        expect(packed.headers.get('cache-control')).toContain('immutable');
        expect(Number(packed.headers.get('content-length'))).toBeLessThan(content.length / 2);
        expect(await packed.text()).toBe(content);
      }
    }
  });

  it.each(['/assets/..%2f..%2f..%2fpackage.json', '/..%2f..%2fpackage.json', '/%2e%2e/package.json'])(
    'do not lead out of their folder by %s',
    async (path) => {
      expect(await (await get(path)).text()).not.toContain('manyhalls');
    },
  );
});

describe('the number of calls a minute', () => {
  const preview = (target: TestServer, from: string) =>
    call(target, 'POST', 'invitations/redeem', {
      body: { secret: 'A'.repeat(43) },
      headers: { 'x-forwarded-for': from },
    });
  const many = async (target: TestServer, from: (index: number) => string) => {
    const answers = [];
    for (let index = 0; index < 61; index += 1) answers.push(await preview(target, from(index)));
    return answers;
  };

  it('is limited for one address, whatever it says it is', async () => {
    const own = await startServer();
    const answers = await many(own, (index) => `203.0.113.${index}`);
    await own.stop();
    expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array<number>(60).fill(404));
    const last = answers[60]!;
    expect([last.status, last.body.error.code]).toEqual([429, 'too-many-requests']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is counted for each address that a trusted proxy names', async () => {
    const own = await startServer({ TRUSTED_PROXIES: 'loopback' });
    const crowd = await many(own, (index) => `203.0.113.${index}`);
    const one = await many(own, () => '203.0.113.200');
    await own.stop();
    expect(crowd.at(-1)!.status).toBe(404);
    expect(one.at(-1)!.status).toBe(429);
  });
});

it('no answer of the API is kept on the way', async () => {
  for (const path of ['public/events', 'nowhere', 'docs', 'health'])
    expect((await call(server, 'GET', path)).headers.get('cache-control')).toBe('no-store');
});

it('the API describes itself', async () => {
  const { body } = await call<{ paths: Record<string, object> }>(server, 'GET', 'docs');
  expect(body.paths['/api/events/{eventId}/venues/{venueId}']).toHaveProperty('patch');
  expect(body.paths['/api/invitations/redeem']).toHaveProperty('post');
});
