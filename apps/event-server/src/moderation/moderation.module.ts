import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { ParticipantsModule } from '../participants/participants.module';
import { SessionsModule } from '../sessions/sessions.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { ModerationEntryEntity } from './moderation-entry.entity';
import { ModerationLog } from './moderation-log.service';
import { ModerationGateway } from './moderation.gateway';
import { ModerationService } from './moderation.service';
import { StandingEntity } from './standing.entity';

@Module({
  imports: [
    LiveModule,
    ParticipantsModule,
    SessionsModule,
    SignInModule,
    TypeOrmModule.forFeature([StandingEntity, ModerationEntryEntity]),
  ],
  providers: [ModerationService, ModerationLog, ModerationGateway],
  exports: [ModerationService, ModerationLog],
})
export class ModerationModule {}
