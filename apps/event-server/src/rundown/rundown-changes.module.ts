import { Module } from '@nestjs/common';
import { ShowModule } from '../show/show.module';
import { TakeHolding } from './holding.service';
import { RundownChanges } from './rundown-changes.service';
import { RundownRowsModule } from './rundown-rows.module';

/** Apart from `RundownModule`, because taking a cue plays greetings, and pausing a greeting holds its cue. */
@Module({
  imports: [RundownRowsModule, ShowModule],
  providers: [RundownChanges, TakeHolding],
  exports: [RundownChanges, TakeHolding],
})
export class RundownChangesModule {}
