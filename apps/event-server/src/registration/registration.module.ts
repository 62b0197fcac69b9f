import { Module } from '@nestjs/common';
import { LiveEventsModule } from '../live-events/live-events.module';
import { ParticipantsModule } from '../participants/participants.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { RegistrationController } from './registration.controller';
import { RegistrationService } from './registration.service';

@Module({
  imports: [LiveEventsModule, ParticipantsModule, SignInModule],
  controllers: [RegistrationController],
  providers: [RegistrationService],
})
export class RegistrationModule {}
