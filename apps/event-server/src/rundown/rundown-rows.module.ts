import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { RundownNews } from './rundown-news.service';
import { RundownRows } from './rundown-rows.service';
import { CueChangeEntity, CueEntity, RundownEntity, TakeEntity } from './rundown.entity';

/** Apart from `RundownModule`, because the show state reads the cue on programme and taking cues changes the show. */
@Module({
  imports: [LiveModule, TypeOrmModule.forFeature([RundownEntity, CueEntity, TakeEntity, CueChangeEntity])],
  providers: [RundownRows, RundownNews],
  exports: [RundownRows, RundownNews],
})
export class RundownRowsModule {}
