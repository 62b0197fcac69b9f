import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ParticipantsModule } from '../participants/participants.module';
import { HandRows } from './hand-rows.service';
import { HandEntity } from './hand.entity';

/** Apart from `HandsModule`, because publishing asks for the turn and the end of a turn ends publishing. */
@Module({
  imports: [ParticipantsModule, TypeOrmModule.forFeature([HandEntity])],
  providers: [HandRows],
  exports: [HandRows],
})
export class HandRowsModule {}
