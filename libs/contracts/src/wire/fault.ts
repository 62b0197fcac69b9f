import type { WireError } from './ack';
import type { ErrorCode } from './error-code';

/**
 * A refusal that its sender is told about, over HTTP, over sockets and between nodes alike.
 * Anything else that is thrown reaches the sender as `internal`, without its message.
 */
export class Fault extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'Fault';
  }

  toWire(): WireError {
    return { code: this.code, message: this.message, ...(this.details && { details: this.details }) };
  }

  static fromWire(error: WireError): Fault {
    return new Fault(error.code, error.message, error.details);
  }
}
