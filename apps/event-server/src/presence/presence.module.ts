import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { ParticipantsModule } from '../participants/participants.module';
import { PeersModule } from '../peers/peers.module';
import { PresenceGateway } from './presence.gateway';
import { PresenceService } from './presence.service';

@Module({
  imports: [LiveModule, ParticipantsModule, PeersModule],
  providers: [PresenceService, PresenceGateway],
  exports: [PresenceService],
})
export class PresenceModule {}
