import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Fault } from '@manyhalls/contracts';
import type { Permission } from '@manyhalls/domain';
import type { Ticket } from './ticket';

export const permissionKey = 'manyhalls:permission';
export const publicKey = 'manyhalls:public';

/** A request that the guard has let through. */
export type TicketedRequest = Request & { ticket?: Ticket };

/** The permission that a route (or every route of a controller) needs. A route without one is closed to all. */
export const Requires = (permission: Permission) => SetMetadata(permissionKey, permission);

/** A route for anybody, without a ticket. */
export const Public = () => SetMetadata(publicKey, true);

/** The ticket of whoever calls a route that `@Requires` something. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Ticket => {
  const { ticket } = context.switchToHttp().getRequest<TicketedRequest>();
  if (!ticket) throw new Fault('not-signed-in', 'a ticket is needed');
  return ticket;
});
