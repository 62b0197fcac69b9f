import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Fault } from '@manyhalls/contracts';
import { may, type Permission } from '@manyhalls/domain';
import type { LiveSocket } from './live-socket';
import { neededKey } from './on-request';

/** Looks at the socket's ticket before every message. Revocation needs no look: it closes the socket. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const needed = this.reflector.get<Permission | null | undefined>(neededKey, context.getHandler());
    if (needed === undefined) throw new Fault('forbidden', 'nobody may do this');
    if (needed === null) return true;
    const { ticket } = context.switchToWs().getClient<LiveSocket>().data;
    if (ticket.expiresAt.getTime() <= Date.now()) throw new Fault('ticket-expired', 'the ticket has expired');
    if (!may(ticket.role, needed)) throw new Fault('forbidden', `the role ${ticket.role} may not do this`);
    return true;
  }
}
