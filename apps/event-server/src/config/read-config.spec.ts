import 'reflect-metadata';
import { BadConfig, readConfig } from './read-config';

const DATABASE_URL = 'postgres://manyhalls:hidden@localhost:5432/manyhalls';
const complaint = (environment: Record<string, string>) => {
  try {
    readConfig({ DATABASE_URL, ...environment });
    return null;
  } catch (error) {
    if (error instanceof BadConfig) return error.message;
    throw error;
  }
};

describe('settings', () => {
  it.each([
    [{ DATABASE_URL: '' }, /^DATABASE_URL: must look like/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL: must look like/],
    [{ PORT: 'http' }, /^PORT: must/],
    [{ PORT: '65536' }, /^PORT: must not be greater than 65535/],
    [{ PORT: '3000.5' }, /^PORT: must be an integer/],
    [{ PUBLIC_URL: 'halls.example' }, /^PUBLIC_URL: must be a URL/],
    [{ PUBLIC_URL: 'ftp://halls.example' }, /^PUBLIC_URL: must be a URL/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES: must be a list of addresses/],
    [{ TRUSTED_PROXIES: 'proxy' }, /^TRUSTED_PROXIES: must be a list of addresses/],
    [{ TLS_CERT_FILE: '/etc/cert.pem' }, /^TLS_CERT_FILE, TLS_KEY_FILE: give both or neither/],
    [{ SIGNING_SECRET: 'short' }, /^SIGNING_SECRET: must be longer/],
    [{ NODE_SECRET: 'short' }, /^NODE_SECRET: must be longer/],
    [{ ICE_SERVERS: 'stun:example' }, /^ICE_SERVERS: must be an array/],
    [{ ICE_SERVERS: '[{"urls":"stun:example"}]' }, /^ICE_SERVERS: .*urls must be an array/],
    [{ MEDIA_NODES: 'Tokyo' }, /^MEDIA_NODES: must be a list of names/],
    [{ MEDIA_NODES: 'tokyo,tokyo' }, /^MEDIA_NODES: .*unique/],
    [{ MEDIA_PIPE_PORTS: '41999-41000' }, /^MEDIA_PIPE_PORTS: /],
    [{ MEDIA_PIPE_PORTS: '41000' }, /^MEDIA_PIPE_PORTS: /],
    [{ MEDIA_WORKERS_PER_NODE: '0' }, /^MEDIA_WORKERS_PER_NODE: must not be less than 1/],
    [{ GREETING_MAX_BYTES: '4GB' }, /^GREETING_MAX_BYTES: must/],
    [{ GREETING_MAX_SECONDS: '0' }, /^GREETING_MAX_SECONDS: must not be less than 1/],
    [{ DEMO: 'yes' }, /^DEMO: must be a boolean/],
  ])('%j cannot be used, and it is said why', (environment: Record<string, string>, words) => {
    expect(complaint(environment)).toMatch(words);
  });

  it('are complained about all at once, without repeating secrets', () => {
    const words = complaint({ PORT: 'x', SIGNING_SECRET: 'sesame', DEMO: 'perhaps' });
    expect(words?.split('\n').map((line) => line.split(':')[0])).toEqual(['PORT', 'SIGNING_SECRET', 'DEMO']);
    expect(words).not.toContain('sesame');
  });

  it('have defaults for everything but the database', () => {
    expect(readConfig({ DATABASE_URL, PATH: '/bin', PORT: '' })).toEqual({
      databaseUrl: DATABASE_URL,
      port: 3000,
      host: '0.0.0.0',
      publicUrl: 'http://localhost:3000',
      trustedProxies: [],
      dataDir: '.data',
      greetingMaxBytes: 4_294_967_296,
      greetingMaxSeconds: 600,
      iceServers: [],
      mediaNodes: ['jinan', 'tokyo', 'osaka'],
      mediaListenIp: '0.0.0.0',
      mediaAnnouncedAddress: '127.0.0.1',
      mediaPortBase: 40_000,
      mediaPipePorts: { first: 41_000, last: 41_999 },
      mediaWorkersPerNode: 1,
      demo: false,
      demoHalls: true,
    });
  });

  it('are read from their variables', () => {
    const config = readConfig({
      DATABASE_URL,
      PORT: '8443',
      PUBLIC_URL: 'https://halls.example/',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8, 2001:db8::1',
      ICE_SERVERS: '[{"urls":["turn:turn.example"],"username":"u","credential":"c"}]',
      MEDIA_PIPE_PORTS: '50000-50009',
      DEMO: 'on',
      DEMO_HALLS: 'off',
    });
    expect(config).toMatchObject({
      port: 8443,
      publicUrl: 'https://halls.example',
      overTls: true,
      trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
      iceServers: [{ urls: ['turn:turn.example'], username: 'u', credential: 'c' }],
      mediaPipePorts: { first: 50_000, last: 50_009 },
      demo: true,
      demoHalls: false,
    });
    expect(readConfig({ DATABASE_URL, PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  });

  it.each(['', 'remote'])('MEDIA_NODES=%j means none in this process', (MEDIA_NODES) => {
    expect(readConfig({ DATABASE_URL, MEDIA_NODES }).mediaNodes).toEqual([]);
  });
});
