import { Module } from '@nestjs/common';
import { MediaPlaneModule } from '../media-plane/media-plane.module';
import { HealthController } from './health.controller';

@Module({ imports: [MediaPlaneModule], controllers: [HealthController] })
export class HealthModule {}
