import { Injectable } from '@nestjs/common';
import type { GreetingDto } from '@manyhalls/contracts';
import type { Greeting } from './greeting';
import { GreetingNodes } from './greeting-nodes.service';
import { toGreetingDto } from './greeting-views';

/** What the crew is told of a greeting, with the nodes that have it. */
@Injectable()
export class GreetingDtos {
  constructor(private readonly nodes: GreetingNodes) {}

  of(greeting: Greeting): GreetingDto {
    return toGreetingDto(greeting, this.nodes.of(greeting));
  }
}
