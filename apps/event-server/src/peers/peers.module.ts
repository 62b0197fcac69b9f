import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HandRowsModule } from '../hands/hand-rows.module';
import { LiveModule } from '../live/live.module';
import { MediaPlaneModule } from '../media-plane/media-plane.module';
import { SessionsModule } from '../sessions/sessions.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { VenuesModule } from '../venues/venues.module';
import { MediaLosses } from './media-losses.service';
import { PeerCounts } from './peer-counts.service';
import { PeerKeeper } from './peer-keeper.service';
import { PeerMediaService } from './peer-media.service';
import { PeerEntity } from './peer.entity';
import { PeersGateway } from './peers.gateway';
import { PeersService } from './peers.service';

@Module({
  imports: [
    HandRowsModule,
    LiveModule,
    MediaPlaneModule,
    SessionsModule,
    SignInModule,
    VenuesModule,
    TypeOrmModule.forFeature([PeerEntity]),
  ],
  providers: [PeersService, PeerCounts, PeerMediaService, PeerKeeper, MediaLosses, PeersGateway],
  exports: [PeersService, PeerCounts, PeerMediaService, MediaLosses],
})
export class PeersModule {}
