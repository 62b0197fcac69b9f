import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { builtServer } from '../../factories/built-server';
import { freshDatabase, type FreshDatabase } from '../../factories/database';

/** The server as `npm start` runs it: what was built, in a process of its own. */
let database: FreshDatabase;
let port: number;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  database = await freshDatabase();
  port = await freePort();
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await database.drop();
});

interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

interface Running {
  child: ChildProcess;
  output: () => string;
  /** Resolves when the words were printed; rejects when the process ends without them. */
  says(words: string): Promise<string>;
  ended: Promise<Ending>;
}

function run(environment: Record<string, string> = {}, program = 'main'): Running {
  const child = builtServer(
    database,
    { PORT: String(port), ...environment },
    { program, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  children.add(child);
  let output = '';
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams)
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('said');
    });
  const finished = async (): Promise<Ending> => {
    // Not 'close', which never comes once the channel was disconnected.
    const [[code, signal]] = await Promise.all([
      once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
      ...streams.map((stream) => once(stream, 'end')),
    ]);
    child.emit('said');
    return { code, signal };
  };
  const ended = finished();
  const says = async (words: string) => {
    while (!output.includes(words)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`it ended and said: ${output}`);
      await once(child, 'said');
    }
    return output;
  };
  return { child, output: () => output, says, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

const isGone = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

it('does not start with settings that cannot be used, and says which', async () => {
  const { ended, output } = run({ PORT: 'x', SIGNING_SECRET: 'sesame' });
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(output()).toMatch(/^The settings cannot be used:\nPORT: must .*\nSIGNING_SECRET: must be longer/);
  expect(output()).not.toContain('sesame');
});

it('does not start with a database that does not exist, without trying for long', async () => {
  const url = new URL(database.url);
  url.pathname = '/nowhere';
  const { ended, output } = run({ DATABASE_URL: url.href });
  expect((await ended).code).toBe(1);
  expect(output()).toContain('"nowhere" does not exist');
});

it('does not start with a certificate that is not there', async () => {
  const { ended, output } = run({ TLS_CERT_FILE: '/nowhere.pem', TLS_KEY_FILE: '/nowhere.key' });
  expect((await ended).code).toBe(1);
  expect(output()).toMatch(/^The settings cannot be used:\nTLS_CERT_FILE: ENOENT/);
});

it('says which port is taken', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  const { ended, output } = run();
  expect((await ended).code).toBe(1);
  squatter.close();
  expect(output()).toContain(`Port ${port} is in use`);
});

it('starts twice at once on an empty database, and both agree', async () => {
  const [one, two] = [run(), run({ PORT: String(await freePort()), PUBLIC_URL: `http://localhost:${port}` })];
  const links = await Promise.all(
    [one, two].map(async ({ says }) => /http\S+\/invite#\S+/.exec(await says('Ready at'))?.[0]),
  );
  expect(links[0]).toBeDefined();
  expect(links[0]).toBe(links[1]);
});

it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s, though a connection is open', async (signal) => {
  const { child, says, ended } = run();
  await says('Ready at');
  const url = `http://127.0.0.1:${port}/api/health`;
  expect((await fetch(url)).status).toBe(200); // Kept alive by fetch.
  child.kill(signal);
  expect(await ended).toEqual({ code: null, signal });
  expect(await isGone(url)).toBe(true);
});

it('ends when whoever started it is gone', async () => {
  const { child, says, ended } = run();
  await says('Ready at');
  child.disconnect();
  expect(await ended).toEqual({ code: null, signal: 'SIGTERM' });
});

it('describes the fields of what it takes', async () => {
  const { says } = run();
  await says('Ready at');
  const { components } = (await (await fetch(`http://127.0.0.1:${port}/api/docs`)).json()) as {
    components: { schemas: Record<string, { properties: object; required: string[] }> };
  };
  expect(Object.keys(components.schemas.CreateVenueDto!.properties)).toEqual([
    'key',
    'city',
    'name',
    'country',
    'timeZone',
    'homeNode',
    'position',
  ]);
  expect(components.schemas.CreateVenueDto!.required).not.toContain('homeNode');
});

it('gives one more organiser a link by a command', async () => {
  const { says } = run();
  await says('Ready at');
  const command = run({}, 'organiser-link');
  expect((await command.ended).code).toBe(0);
  const [, secret] = command.output().trim().split('#');
  const answer = await fetch(`http://127.0.0.1:${port}/api/invitations/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  expect(answer.status).toBe(200);
});
