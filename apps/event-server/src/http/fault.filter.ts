import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { ErrorCode } from '@manyhalls/contracts';
import { toFault } from '../wire/to-fault';

const statusOf: Record<ErrorCode, number> = {
  'bad-request': 400,
  'bad-media-parameters': 400,
  'not-signed-in': 401,
  'ticket-expired': 401,
  revoked: 401,
  forbidden: 403,
  'not-on-programme': 403,
  'own-sound': 403,
  'not-found': 404,
  conflict: 409,
  'not-joined': 409,
  'too-many-requests': 429,
  internal: 500,
  'media-unavailable': 503,
  unavailable: 503,
  timeout: 504,
};

/** Every refusal over HTTP is `{ error: { code, message, details? } }`, whoever threw it. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const fault = toFault(thrown);
    response.status(statusOf[fault.code]).json({ error: fault.toWire() });
  }
}
