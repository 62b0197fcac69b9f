import { Param, ParseUUIDPipe } from '@nestjs/common';
import { Fault } from '@manyhalls/contracts';

/** An id in the address. One that is no UUID names nothing. */
export const IdParam = (name: string) =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => new Fault('not-found', `${name} names nothing`) }));
