import { Module } from '@nestjs/common';
import { MediaPlaneModule } from '../media-plane/media-plane.module';
import { MediaFilesController } from './media-files.controller';
import { MediaFiles } from './media-files.service';

@Module({
  imports: [MediaPlaneModule],
  controllers: [MediaFilesController],
  providers: [MediaFiles],
  exports: [MediaFiles],
})
export class MediaFilesModule {}
