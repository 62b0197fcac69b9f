import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { SignInModule } from '../sign-in/sign-in.module';
import { TicketGuard } from '../sign-in/ticket.guard';
import { DtoPipe } from '../wire/dto.pipe';
import { FaultFilter } from './fault.filter';

/** What holds for every route: tickets, DTOs, and how refusals look. */
@Module({
  imports: [
    SignInModule,
    ThrottlerModule.forRoot({
      throttlers: [{ ttl: 60_000, limit: 600 }],
      errorMessage: 'too many requests, wait a minute',
    }),
  ],
  providers: [
    { provide: APP_GUARD, useClass: TicketGuard },
    { provide: APP_PIPE, useClass: DtoPipe },
    { provide: APP_FILTER, useClass: FaultFilter },
  ],
})
export class HttpModule {}
