import { setTimeout as wait } from 'node:timers/promises';
import type { NodeLoadDto } from '@manyhalls/contracts';
import { NodeRegistry } from '../node-registry';
import { PlacementService } from './placement.service';

const idle: NodeLoadDto = {
  workers: 1,
  peers: 0,
  consumers: 0,
  producers: 0,
  links: 0,
  linkedTracks: 0,
  workerCpuSeconds: 0,
  processCpuSeconds: 0,
  draining: false,
};

/** A real registry with nodes that only know how to say how busy they are. */
describe('placing peers', () => {
  let registry: NodeRegistry;
  let placement: PlacementService;
  beforeEach(() => {
    registry = new NodeRegistry();
    placement = new PlacementService(registry);
  });

  async function connect(
    nodeId: string,
    load: () => Partial<NodeLoadDto> | null | Promise<Partial<NodeLoadDto>>,
    region: string | null = null,
  ) {
    const asked: string[] = [];
    await registry.connect({ nodeId, region }, async (verb) => {
      if (verb === 'node:report') return { ok: true, data: { nodeId, peers: [], feeds: [], load: idle } };
      asked.push(verb);
      const now = await load();
      return now
        ? { ok: true, data: { ...idle, ...now } }
        : { ok: false, error: { code: 'internal', message: '' } };
    });
    return asked;
  }

  it('is refused when there is no node', async () => {
    await expect(placement.place({})).rejects.toMatchObject({ code: 'media-unavailable' });
  });

  it('counts peers by worker', async () => {
    await connect('jinan', () => ({ peers: 30, workers: 4 }));
    await connect('tokyo', () => ({ peers: 10, workers: 1 }));
    expect((await placement.place({})).nodeId).toBe('jinan');
  });

  it('takes neither a node that does not answer nor one that is draining', async () => {
    await connect('jinan', () => null);
    await connect('osaka', () => ({ draining: true }));
    await connect('tokyo', () => ({ peers: 400 }));
    expect((await placement.place({ homeNode: 'jinan' })).nodeId).toBe('tokyo');
  });

  it('does not wait for a node that hangs, unless all are slow', async () => {
    let answer: (load: Partial<NodeLoadDto>) => void = () => undefined;
    await connect('jinan', () => new Promise((resolve) => (answer = resolve)));
    await connect('tokyo', () => ({ peers: 400 }));
    expect((await placement.place({})).nodeId).toBe('tokyo');
    answer({});

    registry = new NodeRegistry();
    placement = new PlacementService(registry);
    await connect('osaka', () => wait(700, {}));
    await connect('jinan', () => ({ draining: true }));
    expect((await placement.place({})).nodeId).toBe('osaka');
  });

  it('spreads a crowd that comes at once, and asks each node once for it', async () => {
    const asked = [await connect('jinan', () => ({})), await connect('tokyo', () => ({ peers: 10 }))];
    const placed = await Promise.all(Array.from({ length: 30 }, () => placement.place({})));
    const at = (name: string) => placed.filter(({ nodeId }) => nodeId === name).length;
    expect([at('jinan'), at('tokyo')]).toEqual([20, 10]);
    expect(asked.map(({ length }) => length)).toEqual([1, 1]);
  });
});
