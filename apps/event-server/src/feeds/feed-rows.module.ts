import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FeedRows } from './feed-rows.service';
import { FeedEntity } from './feed.entity';

/** Apart from `FeedsModule`, because the show state reads feeds and the feeds' verbs change the show state. */
@Module({
  imports: [TypeOrmModule.forFeature([FeedEntity])],
  providers: [FeedRows],
  exports: [FeedRows],
})
export class FeedRowsModule {}
