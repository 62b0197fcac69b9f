import { Module } from '@nestjs/common';
import { PlaybackModule } from '../greetings/playback/playback.module';
import { GreetingRowsModule } from '../greetings/greeting-rows.module';
import { LiveModule } from '../live/live.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { VenuesModule } from '../venues/venues.module';
import { CueEditing } from './editing.service';
import { RundownChangesModule } from './rundown-changes.module';
import { RundownExportController } from './rundown-export.controller';
import { RundownGateway } from './rundown.gateway';
import { RundownRowsModule } from './rundown-rows.module';
import { TakingGateway } from './taking.gateway';
import { CueTaking } from './taking.service';

@Module({
  imports: [
    GreetingRowsModule,
    LiveModule,
    PlaybackModule,
    RundownChangesModule,
    RundownRowsModule,
    SessionsModule,
    ShowModule,
    VenuesModule,
  ],
  controllers: [RundownExportController],
  providers: [CueEditing, CueTaking, RundownGateway, TakingGateway],
  exports: [CueEditing, RundownChangesModule],
})
export class RundownModule {}
