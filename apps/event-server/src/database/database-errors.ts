import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/** SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const uniqueViolation = '23505';
const foreignKeyViolation = '23503';
/** Shutting down, crashed, or still starting. */
const serverAway = new Set(['57P01', '57P02', '57P03']);
/** Somebody else kept a lock for too long; or a transaction stood still, as when this process was suspended. */
const heldUp = new Set(['55P03', '25P03']);
const networkAway = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN']);
/** pg gives these no code. */
const connectionLost =
  /Connection terminated|timeout expired|timeout exceeded when trying to connect|not queryable/;

interface DriverError {
  code?: unknown;
  constraint?: unknown;
  message?: unknown;
}

function driverErrorOf(error: unknown): DriverError {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof cause === 'object' && cause !== null ? cause : {};
}

/** Whether Postgres could not be reached or did not answer in time, so that trying again later may help. */
export function isDatabaseAway(error: unknown): boolean {
  // The connection broke between two queries of a transaction.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const { code, message } = driverErrorOf(error);
  if (
    typeof code === 'string' &&
    (serverAway.has(code) || heldUp.has(code) || networkAway.has(code) || code.startsWith('08'))
  )
    return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return typeof message === 'string' && connectionLost.test(message);
}

/** Whether Postgres refused a value as such: a NUL or half a character in a text, a date far off. */
export function isValueRefused(error: unknown): boolean {
  const { code } = driverErrorOf(error);
  return error instanceof QueryFailedError && typeof code === 'string' && code.startsWith('22');
}

/** The name of the unique constraint or index that a write ran into. */
export function brokenUnique(error: unknown): string | null {
  return brokenConstraint(error, uniqueViolation);
}

/** The name of the foreign key that a write ran into. */
export function brokenReference(error: unknown): string | null {
  return brokenConstraint(error, foreignKeyViolation);
}

function brokenConstraint(error: unknown, sqlState: string): string | null {
  const { code, constraint } = driverErrorOf(error);
  return code === sqlState && typeof constraint === 'string' ? constraint : null;
}
