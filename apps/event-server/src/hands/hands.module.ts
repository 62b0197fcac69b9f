import { Module } from '@nestjs/common';
import { FeedRowsModule } from '../feeds/feed-rows.module';
import { FeedsModule } from '../feeds/feeds.module';
import { JoiningModule } from '../joining/joining.module';
import { LiveModule } from '../live/live.module';
import { ModerationModule } from '../moderation/moderation.module';
import { PeersModule } from '../peers/peers.module';
import { ShowModule } from '../show/show.module';
import { HandChanges } from './hand-changes.service';
import { HandKeeper } from './hand-keeper.service';
import { HandNews } from './hand-news.service';
import { HandRowsModule } from './hand-rows.module';
import { HandsGateway } from './hands.gateway';
import { HandsService } from './hands.service';

@Module({
  imports: [
    FeedRowsModule,
    FeedsModule,
    HandRowsModule,
    JoiningModule,
    LiveModule,
    ModerationModule,
    PeersModule,
    ShowModule,
  ],
  providers: [HandChanges, HandNews, HandsService, HandKeeper, HandsGateway],
})
export class HandsModule {}
