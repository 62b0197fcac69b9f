import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseModule } from '../database/database.module';
import { LiveEventsModule } from '../live-events/live-events.module';
import { ParticipantsModule } from '../participants/participants.module';
import { RevocationController } from './revocation.controller';
import { RevocationService } from './revocation.service';
import { SignInCookie } from './sign-in-cookie';
import { SignInController } from './sign-in.controller';
import { SignInEntity } from './sign-in.entity';
import { SignInsService } from './sign-ins.service';
import { TicketService } from './ticket.service';

@Module({
  imports: [DatabaseModule, ParticipantsModule, LiveEventsModule, TypeOrmModule.forFeature([SignInEntity])],
  controllers: [SignInController, RevocationController],
  providers: [TicketService, SignInsService, RevocationService, SignInCookie],
  exports: [TicketService, SignInsService, RevocationService, SignInCookie],
})
export class SignInModule {}
