import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { toFault } from '../wire/to-fault';
import { acknowledgement, refuse } from './refuse';

/** Answers a request that a guard, a pipe or a handler refused. Nest by itself would not, and would echo its payload. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    refuse(acknowledgement(host.getArgs()), toFault(thrown));
  }
}
