import { Module } from '@nestjs/common';
import { LiveEventsModule } from '../live-events/live-events.module';
import { SessionsModule } from '../sessions/sessions.module';
import { VenuesModule } from '../venues/venues.module';
import { AgendaService } from './agenda.service';
import { EventsController } from './events.controller';
import { PublicEventsController } from './public-events.controller';

@Module({
  imports: [LiveEventsModule, VenuesModule, SessionsModule],
  controllers: [EventsController, PublicEventsController],
  providers: [AgendaService],
})
export class AgendaModule {}
