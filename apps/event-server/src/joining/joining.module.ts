import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { ParticipantsModule } from '../participants/participants.module';
import { PeersModule } from '../peers/peers.module';
import { PresenceModule } from '../presence/presence.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { JoiningGateway } from './joining.gateway';
import { JoiningService } from './joining.service';

@Module({
  imports: [LiveModule, ParticipantsModule, PeersModule, PresenceModule, SessionsModule, ShowModule],
  providers: [JoiningService, JoiningGateway],
  exports: [JoiningService],
})
export class JoiningModule {}
