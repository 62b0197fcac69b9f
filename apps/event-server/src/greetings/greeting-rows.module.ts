import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { MediaFilesModule } from '../media-files/media-files.module';
import { MediaPlaneModule } from '../media-plane/media-plane.module';
import { SessionsModule } from '../sessions/sessions.module';
import { GreetingChanges } from './greeting-changes.service';
import { GreetingDtos } from './greeting-dtos.service';
import { GreetingNews } from './greeting-news.service';
import { GreetingNodes } from './greeting-nodes.service';
import { GreetingRows } from './greeting-rows.service';
import { GreetingEntity, GreetingSubtitlesEntity } from './greeting.entity';
import { Originals } from './originals.service';
import { UnusedFiles } from './unused-files.service';

/** The greetings as they are stored, for whoever invites, processes or plays them. */
@Module({
  imports: [
    LiveModule,
    MediaFilesModule,
    MediaPlaneModule,
    SessionsModule,
    TypeOrmModule.forFeature([GreetingEntity, GreetingSubtitlesEntity]),
  ],
  providers: [
    GreetingRows,
    GreetingNodes,
    GreetingDtos,
    GreetingChanges,
    GreetingNews,
    Originals,
    UnusedFiles,
  ],
  exports: [GreetingRows, GreetingNodes, GreetingDtos, GreetingChanges, GreetingNews, Originals, UnusedFiles],
})
export class GreetingRowsModule {}
