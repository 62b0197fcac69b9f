import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { ModerationModule } from '../moderation/moderation.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AnsweringService } from './answering.service';
import { PollChanges } from './poll-changes.service';
import { PollExportController } from './poll-export.controller';
import { PollNews } from './poll-news.service';
import { PollRows } from './poll-rows.service';
import { PollEntity } from './poll.entity';
import { PollsGateway } from './polls.gateway';
import { TallyNews } from './tally-news.service';

@Module({
  imports: [LiveModule, ModerationModule, SessionsModule, TypeOrmModule.forFeature([PollEntity])],
  controllers: [PollExportController],
  providers: [PollRows, PollChanges, PollNews, AnsweringService, TallyNews, PollsGateway],
})
export class PollsModule {}
