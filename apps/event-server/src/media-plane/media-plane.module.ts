import { Module } from '@nestjs/common';
import { Config } from '../config/config';
import { Secrets } from '../secrets/secrets';
import { InProcessNodes } from './in-process/in-process-nodes';
import { LinksService } from './links/links.service';
import { MediaPlane } from './media-plane';
import { MediaService } from './media.service';
import { MediaSettings, mediaSettings } from './media-settings';
import { NodeRegistry } from './node-registry';
import { PlacementService } from './placement/placement.service';
import { RemoteNodesGateway } from './remote/remote-nodes.gateway';
import { RemoteNodes } from './remote/remote-nodes';

/** Where pictures and sound are. `MEDIA_NODES` says which engines run in this process; remote nodes dial in. */
@Module({
  providers: [
    { provide: MediaSettings, inject: [Config, Secrets], useFactory: mediaSettings },
    NodeRegistry,
    InProcessNodes,
    RemoteNodes,
    RemoteNodesGateway,
    { provide: MediaPlane, useExisting: NodeRegistry },
    LinksService,
    PlacementService,
    MediaService,
  ],
  exports: [MediaPlane, MediaService, MediaSettings],
})
export class MediaPlaneModule {}
