import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { NodeEngine } from '@manyhalls/sfu';
import { MediaSettings } from '../media-settings';
import { NodeRegistry } from '../node-registry';

/** As over a real wire: only what JSON can say arrives. `undefined` is not among it. */
const overTheWire = (message: unknown): unknown => JSON.parse(JSON.stringify(message ?? null));

/** The adapter for node engines inside this process. Messages are serialised all the same, to find wire faults here. */
@Injectable()
export class InProcessNodes implements OnModuleInit, OnApplicationShutdown {
  private readonly engines: NodeEngine[] = [];

  constructor(
    private readonly settings: MediaSettings,
    private readonly registry: NodeRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      for (const nodeId of this.settings.inProcessNodes) await this.start(nodeId);
    } catch (error) {
      await this.onApplicationShutdown();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }

  private async start(nodeId: string): Promise<void> {
    const { workersPerNode, portBase, ...settings } = this.settings;
    const engine = await NodeEngine.create(
      {
        ...settings,
        nodeId,
        workers: workersPerNode,
        portBase: portBase + this.engines.length * workersPerNode,
      },
      (event, payload) => this.registry.told(nodeId, event, overTheWire(payload)),
    );
    this.engines.push(engine);
    await this.registry.connect({ nodeId, region: null }, async (verb, request) =>
      overTheWire(await engine.handle(verb, overTheWire(request))),
    );
  }
}
