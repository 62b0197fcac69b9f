import { applyDecorators, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import type { ServerOptions } from 'socket.io';
import { limits } from '@manyhalls/contracts';
import { AckInterceptor } from './ack.interceptor';
import { FaultFilter } from './fault.filter';
import { PermissionGuard } from './permission.guard';

/**
 * The same for every gateway, because the one that is connected first makes the server. No `cors`: pages of other
 * origins get nothing. No connection state recovery: a client that was cut joins again and is given the newest state,
 * so that its ticket is looked at again. No WebTransport.
 */
const options: Partial<ServerOptions> & { namespace: string } = {
  namespace: '/live',
  transports: ['websocket', 'polling'],
  maxHttpBufferSize: limits.socketPayload,
  serveClient: false,
  // A hall whose network is gone should be noticed within seconds, not the default 45.
  pingInterval: 6_000,
  pingTimeout: 6_000,
};

/** A gateway of the live wire: every request that reaches its methods is permitted, well-formed and answered once. */
export const LiveGateway = () =>
  applyDecorators(
    WebSocketGateway(options),
    UseGuards(PermissionGuard),
    UseInterceptors(AckInterceptor),
    UseFilters(FaultFilter),
  );
