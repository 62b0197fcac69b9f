import { Module } from '@nestjs/common';
import { LiveEventsModule } from '../live-events/live-events.module';
import { LiveModule } from '../live/live.module';
import { SessionsModule } from '../sessions/sessions.module';
import { GreetingRowsModule } from './greeting-rows.module';
import { GreetingsController } from './greetings.controller';
import { GreetingsGateway } from './greetings.gateway';
import { GreetingsService } from './greetings.service';

@Module({
  imports: [GreetingRowsModule, LiveEventsModule, LiveModule, SessionsModule],
  controllers: [GreetingsController],
  providers: [GreetingsService, GreetingsGateway],
})
export class GreetingsModule {}
