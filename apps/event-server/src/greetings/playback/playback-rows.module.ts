import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FeedRowsModule } from '../../feeds/feed-rows.module';
import { GreetingRowsModule } from '../greeting-rows.module';
import { PlaybackRows } from './playback-rows.service';
import { PlaybackEntity } from './playback.entity';

/** Apart from `PlaybackModule`, because the show state reads what is played and playing changes the show state. */
@Module({
  imports: [FeedRowsModule, GreetingRowsModule, TypeOrmModule.forFeature([PlaybackEntity])],
  providers: [PlaybackRows],
  exports: [PlaybackRows],
})
export class PlaybackRowsModule {}
