import { Module } from '@nestjs/common';
import { PlaybackModule } from '../greetings/playback/playback.module';
import { GreetingRowsModule } from '../greetings/greeting-rows.module';
import { LiveModule } from '../live/live.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { CueEditing } from './editing.service';
import { RundownChanges } from './rundown-changes.service';
import { RundownExportController } from './rundown-export.controller';
import { RundownGateway } from './rundown.gateway';
import { RundownRowsModule } from './rundown-rows.module';
import { TakingGateway } from './taking.gateway';
import { CueTaking } from './taking.service';

@Module({
  imports: [GreetingRowsModule, LiveModule, PlaybackModule, RundownRowsModule, SessionsModule, ShowModule],
  controllers: [RundownExportController],
  providers: [RundownChanges, CueEditing, CueTaking, RundownGateway, TakingGateway],
  exports: [CueEditing, RundownChanges],
})
export class RundownModule {}
