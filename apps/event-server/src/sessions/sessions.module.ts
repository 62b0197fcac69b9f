import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveEventsModule } from '../live-events/live-events.module';
import { ParticipantsModule } from '../participants/participants.module';
import { VenuesModule } from '../venues/venues.module';
import { SessionEntity, SessionModeratorEntity, SessionVenueEntity } from './session.entity';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';

@Module({
  imports: [
    LiveEventsModule,
    VenuesModule,
    ParticipantsModule,
    TypeOrmModule.forFeature([SessionEntity, SessionVenueEntity, SessionModeratorEntity]),
  ],
  controllers: [SessionsController],
  providers: [SessionsService],
  exports: [SessionsService],
})
export class SessionsModule {}
