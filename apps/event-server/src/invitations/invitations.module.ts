import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveEventsModule } from '../live-events/live-events.module';
import { ParticipantsModule } from '../participants/participants.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { VenuesModule } from '../venues/venues.module';
import { FirstOrganiser } from './first-organiser';
import { InvitationEntity } from './invitation.entity';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';
import { RedemptionController } from './redemption.controller';
import { RedemptionService } from './redemption.service';

@Module({
  imports: [
    LiveEventsModule,
    VenuesModule,
    ParticipantsModule,
    SignInModule,
    TypeOrmModule.forFeature([InvitationEntity]),
  ],
  controllers: [InvitationsController, RedemptionController],
  providers: [InvitationsService, RedemptionService, FirstOrganiser],
  exports: [InvitationsService, FirstOrganiser],
})
export class InvitationsModule {}
