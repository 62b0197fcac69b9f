import { Module } from '@nestjs/common';
import { FeedsModule } from '../feeds/feeds.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { LiveEventsModule } from '../live-events/live-events.module';
import { MediaFilesModule } from '../media-files/media-files.module';
import { RundownModule } from '../rundown/rundown.module';
import { RundownRowsModule } from '../rundown/rundown-rows.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { VenuesModule } from '../venues/venues.module';
import { DemoHalls } from './demo-halls.service';
import { DemoRundown } from './demo-rundown.service';
import { DemoSeeder } from './demo-seed.service';
import { Demo } from './demo.service';

@Module({
  imports: [
    FeedsModule,
    InvitationsModule,
    LiveEventsModule,
    MediaFilesModule,
    RundownModule,
    RundownRowsModule,
    SessionsModule,
    ShowModule,
    VenuesModule,
  ],
  providers: [Demo, DemoHalls, DemoRundown, DemoSeeder],
})
export class DemoModule {}
