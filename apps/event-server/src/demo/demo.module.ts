import { Module } from '@nestjs/common';
import { FeedsModule } from '../feeds/feeds.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { LiveEventsModule } from '../live-events/live-events.module';
import { MediaFilesModule } from '../media-files/media-files.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { VenuesModule } from '../venues/venues.module';
import { DemoHalls } from './demo-halls.service';
import { DemoSeeder } from './demo-seed.service';
import { Demo } from './demo.service';

@Module({
  imports: [
    FeedsModule,
    InvitationsModule,
    LiveEventsModule,
    MediaFilesModule,
    SessionsModule,
    ShowModule,
    VenuesModule,
  ],
  providers: [Demo, DemoHalls, DemoSeeder],
})
export class DemoModule {}
