import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { SessionsModule } from '../sessions/sessions.module';
import { GreetingChanges } from './greeting-changes.service';
import { GreetingNews } from './greeting-news.service';
import { GreetingRows } from './greeting-rows.service';
import { GreetingEntity, GreetingSubtitlesEntity } from './greeting.entity';
import { Originals } from './originals.service';

/** The greetings as they are stored, for whoever invites, processes or plays them. */
@Module({
  imports: [LiveModule, SessionsModule, TypeOrmModule.forFeature([GreetingEntity, GreetingSubtitlesEntity])],
  providers: [GreetingRows, GreetingChanges, GreetingNews, Originals],
  exports: [GreetingRows, GreetingChanges, GreetingNews, Originals],
})
export class GreetingRowsModule {}
