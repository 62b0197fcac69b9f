import { Module } from '@nestjs/common';
import { HandRowsModule } from '../hands/hand-rows.module';
import { LiveModule } from '../live/live.module';
import { MediaPlaneModule } from '../media-plane/media-plane.module';
import { PeersModule } from '../peers/peers.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { VenuesModule } from '../venues/venues.module';
import { ClipsService } from './clips.service';
import { FeedHealing } from './feed-healing.service';
import { FeedRowsModule } from './feed-rows.module';
import { Playouts } from './playouts.service';
import { PublishingGateway } from './publishing.gateway';
import { PublishingService } from './publishing.service';
import { TrackClosing } from './track-closing.service';
import { WatchingGateway } from './watching.gateway';
import { WatchingService } from './watching.service';
import { Withdrawal } from './withdrawal.service';

@Module({
  imports: [
    FeedRowsModule,
    HandRowsModule,
    LiveModule,
    MediaPlaneModule,
    PeersModule,
    SessionsModule,
    ShowModule,
    VenuesModule,
  ],
  providers: [
    ClipsService,
    FeedHealing,
    Playouts,
    PublishingService,
    PublishingGateway,
    TrackClosing,
    WatchingService,
    WatchingGateway,
    Withdrawal,
  ],
  exports: [ClipsService, FeedHealing, Playouts, TrackClosing],
})
export class FeedsModule {}
