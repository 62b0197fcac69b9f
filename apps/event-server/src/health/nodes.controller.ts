import { Controller, Get } from '@nestjs/common';
import type { NodeStatusDto } from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane/media-plane';
import { Requires } from '../sign-in/requires';

/** How busy the media nodes are. */
@Requires('media:inspect')
@Controller('api/nodes')
export class NodesController {
  constructor(private readonly plane: MediaPlane) {}

  @Get()
  async list(): Promise<NodeStatusDto[]> {
    return Promise.all(
      this.plane.nodes().map(async ({ nodeId, region }) => ({
        nodeId,
        region,
        load: await this.plane.request(nodeId, 'node:load', {}).catch(() => null),
      })),
    );
  }
}
