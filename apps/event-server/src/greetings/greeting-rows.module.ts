import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { SessionsModule } from '../sessions/sessions.module';
import { GreetingChanges } from './greeting-changes.service';
import { GreetingNews } from './greeting-news.service';
import { GreetingRows } from './greeting-rows.service';
import { GreetingEntity } from './greeting.entity';

/** The greetings as they are stored, for whoever invites, processes or plays them. */
@Module({
  imports: [LiveModule, SessionsModule, TypeOrmModule.forFeature([GreetingEntity])],
  providers: [GreetingRows, GreetingChanges, GreetingNews],
  exports: [GreetingRows, GreetingChanges, GreetingNews],
})
export class GreetingRowsModule {}
