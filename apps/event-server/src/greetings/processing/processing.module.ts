import { Module } from '@nestjs/common';
import { MediaFilesModule } from '../../media-files/media-files.module';
import { GreetingRowsModule } from '../greeting-rows.module';
import { JobNews } from './job-news.service';
import { JobQueue } from './job-queue.service';
import { Making } from './making.service';
import { ProcessingService } from './processing.service';

@Module({
  imports: [GreetingRowsModule, MediaFilesModule],
  providers: [ProcessingService, JobQueue, JobNews, Making],
  exports: [ProcessingService],
})
export class ProcessingModule {}
