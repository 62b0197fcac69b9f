import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Fault } from '@manyhalls/contracts';
import { may, type Permission } from '@manyhalls/domain';
import { permissionKey, publicKey, type TicketedRequest } from './requires';
import { SignInsService } from './sign-ins.service';

/**
 * Lets nobody in whom the route does not name. Routes of one event carry `:eventId`; to a person of another event
 * that event does not exist. Sockets are authenticated at their handshake, not here.
 */
@Injectable()
export class TicketGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIns: SignInsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, places)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, places);
    if (!permission) throw new Fault('forbidden', 'nobody may do this');

    const request = context.switchToHttp().getRequest<TicketedRequest>();
    const ticket = await this.signIns.authenticate(bearerOf(request.headers.authorization));
    if (!may(ticket.role, permission))
      throw new Fault('forbidden', `the role ${ticket.role} may not do this`);
    const { eventId } = request.params;
    if (eventId !== undefined && ticket.eventId !== null && ticket.eventId !== eventId)
      throw new Fault('not-found', 'there is no such event');
    request.ticket = ticket;
    return true;
  }
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
function bearerOf(header: string | undefined): string {
  const token = header?.match(/^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i)?.[1];
  if (!token) throw new Fault('not-signed-in', 'a ticket is needed');
  return token;
}
