import { Module } from '@nestjs/common';
import { MediaPlaneModule } from '../media-plane/media-plane.module';
import { HealthController } from './health.controller';
import { NodesController } from './nodes.controller';

@Module({ imports: [MediaPlaneModule], controllers: [HealthController, NodesController] })
export class HealthModule {}
