import { BadSettings, readSettings } from './settings';

const environment = { NODE_SECRET: 'a secret of sixteen' };

describe("a media node's settings", () => {
  it('need a name and a secret, and no more', () => {
    expect(readSettings(['--venue', 'tokyo'], environment)).toMatchObject({
      venue: 'tokyo',
      servers: ['http://localhost:3000'],
      secret: 'a secret of sixteen',
      portBase: 40_000,
      pipePorts: { min: 41_000, max: 41_999 },
      announcedAddress: '127.0.0.1',
      workers: 1,
    });
  });

  it('are read from arguments before the environment', () => {
    const args = [
      ...['--venue', 'tokyo', '--server', 'http://one:3000', '--server', 'https://two.example'],
      ...['--announced', '203.0.113.7', '--pipe-address', '10.0.0.7', '--region', 'jp-east'],
      ...['--port-base', '40010', '--pipe-ports', '41100-41199'],
    ];
    const others = {
      MEDIA_ANNOUNCED_ADDRESS: '203.0.113.8',
      MEDIA_PORT_BASE: '1',
      MEDIA_WORKERS_PER_NODE: '4',
    };
    expect(readSettings(args, { ...environment, ...others })).toMatchObject({
      servers: ['http://one:3000', 'https://two.example'],
      announcedAddress: '203.0.113.7',
      pipeAddress: '10.0.0.7',
      region: 'jp-east',
      portBase: 40_010,
      pipePorts: { min: 41_100, max: 41_199 },
      workers: 4,
    });
  });

  it.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ['no name', [], environment, '--venue'],
    ['a name that is none', ['--venue', '../x'], environment, '--venue'],
    ['no secret', ['--venue', 'tokyo'], {}, 'NODE_SECRET'],
    ['a short secret', ['--venue', 'tokyo'], { NODE_SECRET: 'short' }, 'NODE_SECRET'],
    ['an unknown argument', ['--venue', 'tokyo', '--hall', 'x'], environment, '--hall'],
    ['no address', ['--venue', 'tokyo', '--server', 'localhost'], environment, '--server'],
    ['no port', ['--venue', 'tokyo', '--port-base', 'x'], environment, '--port-base'],
    ['no range', ['--venue', 'tokyo', '--pipe-ports', '41000'], environment, 'pipePorts'],
  ])('are refused with %s', (_, args, variables, words) => {
    expect(() => readSettings(args, variables)).toThrow(BadSettings);
    expect(() => readSettings(args, variables)).toThrow(words);
  });

  it('do not tell the secret when it is wrong', () => {
    expect(() => readSettings(['--venue', 'tokyo'], { NODE_SECRET: 'my-key' })).not.toThrow('my-key');
  });
});
