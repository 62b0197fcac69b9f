import { Module } from '@nestjs/common';
import { FeedRowsModule } from '../../feeds/feed-rows.module';
import { FeedsModule } from '../../feeds/feeds.module';
import { LiveModule } from '../../live/live.module';
import { MediaPlaneModule } from '../../media-plane/media-plane.module';
import { RundownChangesModule } from '../../rundown/rundown-changes.module';
import { ShowModule } from '../../show/show.module';
import { GreetingRowsModule } from '../greeting-rows.module';
import { PlaybackControl } from './playback-control.service';
import { PlaybackKeeper } from './playback-keeper.service';
import { PlaybackRowsModule } from './playback-rows.module';
import { PlaybackGateway } from './playback.gateway';
import { Playbacks } from './playbacks.service';
import { Playing } from './playing.service';

/** Recorded greetings as a part of the show. */
@Module({
  imports: [
    FeedRowsModule,
    FeedsModule,
    GreetingRowsModule,
    LiveModule,
    MediaPlaneModule,
    PlaybackRowsModule,
    RundownChangesModule,
    ShowModule,
  ],
  providers: [Playing, Playbacks, PlaybackKeeper, PlaybackControl, PlaybackGateway],
  exports: [Playing],
})
export class PlaybackModule {}
