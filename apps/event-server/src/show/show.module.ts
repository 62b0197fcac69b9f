import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FeedRowsModule } from '../feeds/feed-rows.module';
import { PlaybackRowsModule } from '../greetings/playback/playback-rows.module';
import { LiveModule } from '../live/live.module';
import { PeersModule } from '../peers/peers.module';
import { QuestionRowsModule } from '../questions/question-rows.module';
import { RundownRowsModule } from '../rundown/rundown-rows.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowEntity } from './show.entity';
import { ShowGateway } from './show.gateway';
import { ShowService } from './show.service';
import { StatusService } from './status.service';

@Module({
  imports: [
    FeedRowsModule,
    LiveModule,
    PeersModule,
    PlaybackRowsModule,
    QuestionRowsModule,
    RundownRowsModule,
    SessionsModule,
    TypeOrmModule.forFeature([ShowEntity]),
  ],
  providers: [ShowService, StatusService, ShowGateway],
  exports: [ShowService, StatusService],
})
export class ShowModule {}
