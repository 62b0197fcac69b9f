import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { openMediaFile } from './media-files';

const secret = 'the secret of this test';

describe('opening a media file', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  });

  async function serve(status: number, body = ''): Promise<string> {
    const server = createServer((request, response) => {
      const known = request.headers.authorization === `Bearer ${secret}`;
      response.writeHead(known ? status : 401, { connection: 'close', location: '/elsewhere' });
      response.end(`${body}${request.url}`);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('shows the node secret', async () => {
    const file = await openMediaFile('/media-files/x', [await serve(200, 'file ')], secret);
    expect((await buffer(file)).toString()).toBe('file /media-files/x');
  });

  it('asks the next server when one does not give it', async () => {
    const away = 'http://127.0.0.1:9';
    const file = await openMediaFile('/x', [away, await serve(404), await serve(200)], secret);
    expect((await buffer(file)).toString()).toBe('/x');
  });

  it('says what the last one said when none gives it', async () => {
    await expect(openMediaFile('/x', [await serve(404)], secret)).rejects.toThrow('answered 404');
    await expect(openMediaFile('/x', [], secret)).rejects.toThrow('no event-server');
  });

  it.each(['//example.org/x', 'http://example.org/x', '\\\\example.org/x'])(
    'does not let the path %s lead to another host',
    async (path) => {
      await expect(openMediaFile(path, [await serve(200)], secret)).rejects.toThrow('another host');
    },
  );

  it('does not follow a redirection, which could lead anywhere', async () => {
    await expect(openMediaFile('/x', [await serve(302)], secret)).rejects.toThrow();
  });
});
