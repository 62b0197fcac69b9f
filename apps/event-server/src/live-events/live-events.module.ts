import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveEventEntity } from './live-event.entity';
import { LiveEventsService } from './live-events.service';

@Module({
  imports: [TypeOrmModule.forFeature([LiveEventEntity])],
  providers: [LiveEventsService],
  exports: [LiveEventsService],
})
export class LiveEventsModule {}
