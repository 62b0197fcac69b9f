import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config';
import { DemoHalls } from './demo-halls.service';
import { alignedLinks } from './demo-links';
import { DemoSeeder, type DemoSeed } from './demo-seed.service';

/** The demo event of a server that is started with `DEMO=on`. */
@Injectable()
export class Demo implements OnApplicationBootstrap {
  private seed: DemoSeed | null = null;

  constructor(
    private readonly config: Config,
    private readonly seeder: DemoSeeder,
    private readonly halls: DemoHalls,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demo) return;
    this.seed = await this.seeder.seed(new Date());
    if (this.config.demoHalls) this.halls.open(this.seed);
    else await this.halls.close(this.seed);
  }

  /** A link for every role, to be printed; empty without the demo. */
  links(): string {
    return this.seed ? alignedLinks(this.seed.links) : '';
  }
}
