import { HttpException, HttpStatus, Logger } from '@nestjs/common';
import { Fault, type ErrorCode } from '@manyhalls/contracts';
import { isDatabaseAway, isValueRefused } from '../database/database-errors';

const logger = new Logger('Fault');

const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  [HttpStatus.BAD_REQUEST]: 'bad-request',
  [HttpStatus.UNAUTHORIZED]: 'not-signed-in',
  [HttpStatus.FORBIDDEN]: 'forbidden',
  [HttpStatus.NOT_FOUND]: 'not-found',
  [HttpStatus.CONFLICT]: 'conflict',
  [HttpStatus.TOO_MANY_REQUESTS]: 'too-many-requests',
  [HttpStatus.SERVICE_UNAVAILABLE]: 'unavailable',
};

/**
 * Whatever was thrown, as its sender may know it; for the HTTP filter and the socket filter alike. What nobody
 * foresaw is logged whole and told as `internal`, without its words.
 */
export function toFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  if (isDatabaseAway(thrown)) {
    logger.warn(`the database is away: ${String(thrown)}`);
    return new Fault('unavailable', 'the database cannot be reached, try again');
  }
  if (isValueRefused(thrown)) {
    logger.warn(`refused by the database: ${String(thrown)}`);
    return new Fault('bad-request', 'a value cannot be stored');
  }
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  const code =
    status === null ? undefined : (codeOfStatus[status] ?? (status < 500 ? 'bad-request' : undefined));
  if (code && thrown instanceof Error) return new Fault(code, thrown.message);
  logger.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown);
  return new Fault('internal', 'something went wrong on the server');
}

/** Errors of Express's own middleware, such as a body that is too large or no JSON, carry their status. */
function statusOf(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('expose' in thrown) || !('status' in thrown)) return null;
  return thrown.expose === true && typeof thrown.status === 'number' ? thrown.status : null;
}
