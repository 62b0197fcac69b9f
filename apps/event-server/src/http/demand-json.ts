import type { NextFunction, Request, Response } from 'express';
import { Fault } from '@manyhalls/contracts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What changes something is sent as JSON. A page of another site cannot make a browser send that without asking
 * first (CORS), which is refused; so it cannot use the cookie of a sign-in even where SameSite does not hold,
 * between ports of one host.
 */
export function demandJson(request: Request, _response: Response, next: NextFunction): void {
  if (harmless.has(request.method) || speaksForItself(request) || request.is('application/json')) next();
  else next(new Fault('bad-request', 'send application/json'));
}

/** By a header that a page of another site could not send without asking, either. */
function speaksForItself({ headers }: Request): boolean {
  return headers.authorization !== undefined || headers['tus-resumable'] !== undefined;
}
