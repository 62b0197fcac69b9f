import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { OnGatewayConnection, OnGatewayInit } from '@nestjs/websockets';
import { EmptyDto, Fault, TicketRenewalDto, type ClockDto } from '@manyhalls/contracts';
import { RevocationService, type RevocationListener } from '../sign-in/revocation.service';
import { SignInsService } from '../sign-in/sign-ins.service';
import { toFault } from '../wire/to-fault';
import { LiveGateway } from './live-gateway.decorator';
import type { LiveNamespace, LiveSocket } from './live-socket';
import { LiveSockets } from './live-sockets.service';
import { OnRequest } from './on-request';
import { guardPackets } from './packet-gate';
import { rooms } from './rooms';

const sweepMs = 10_000;
/** How long a socket may stay silent with an expired ticket before it is closed. */
const expiredGraceMs = 30_000;

/** Who may have a socket, and for how long. */
@LiveGateway()
export class SocketsGateway
  implements OnGatewayInit, OnGatewayConnection, OnModuleInit, OnApplicationShutdown, RevocationListener
{
  private sweeper: NodeJS.Timeout | undefined;
  private stopListening = () => {};

  constructor(
    private readonly sockets: LiveSockets,
    private readonly signIns: SignInsService,
    private readonly revocation: RevocationService,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.revocation.onRevoked(this);
    this.sweeper = setInterval(() => this.closeExpired(), sweepMs);
  }

  onApplicationShutdown(): void {
    this.stopListening();
    clearInterval(this.sweeper);
  }

  afterInit(namespace: LiveNamespace): void {
    this.sockets.serve(namespace);
    // Nest adds listeners for every gateway, and there are more gateways than Node takes for sane.
    namespace.setMaxListeners(0);
    namespace.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (thrown: unknown) => next(connectError(toFault(thrown))),
      );
    });
  }

  async handleConnection(socket: LiveSocket): Promise<void> {
    const { signInId } = socket.data.ticket;
    try {
      await socket.join(rooms.signIn(signInId));
      // From here on a revocation finds the socket; one that came since `admit` is found by looking again.
      await this.signIns.check(signInId);
    } catch (thrown) {
      const fault = toFault(thrown);
      if (fault.code === 'revoked') socket.emit('sign-in:revoked', fault.toWire());
      socket.disconnect(true);
    }
  }

  @OnRequest('ticket:renew', TicketRenewalDto, null)
  async renew(socket: LiveSocket, { ticket: token }: TicketRenewalDto): Promise<EmptyDto> {
    const ticket = await this.signIns.authenticate(token);
    const { signInId, participantId } = socket.data.ticket;
    if (ticket.signInId !== signInId || ticket.participantId !== participantId)
      throw new Fault('forbidden', 'this ticket belongs to another sign-in');
    socket.data.ticket = ticket;
    return {};
  }

  @OnRequest('clock:read', EmptyDto, null)
  async readClock(): Promise<ClockDto> {
    return { serverTime: new Date().toISOString() };
  }

  signInsInUse(): string[] {
    return this.sockets.here().map((socket) => socket.data.ticket.signInId);
  }

  revoked(signInIds: string[]): void {
    const revoked = new Set(signInIds);
    for (const socket of this.sockets.here()) {
      if (!revoked.has(socket.data.ticket.signInId)) continue;
      socket.emit('sign-in:revoked', new Fault('revoked', 'this sign-in was taken back').toWire());
      socket.disconnect(true);
    }
  }

  private async admit(socket: LiveSocket): Promise<void> {
    const token: unknown = socket.handshake.auth['ticket'];
    if (typeof token !== 'string') throw new Fault('not-signed-in', 'a ticket is needed');
    socket.data.ticket = await this.signIns.authenticate(token);
    socket.setMaxListeners(0);
    guardPackets(socket);
  }

  /** Nothing that a silent socket is told is checked against its ticket, so it must not stay for ever. */
  private closeExpired(): void {
    for (const socket of this.sockets.here())
      if (socket.data.ticket.expiresAt.getTime() + expiredGraceMs < Date.now()) socket.disconnect(true);
  }
}

/** https://socket.io/docs/v4/middlewares/#handling-middleware-error: `data` reaches the client with `connect_error`. */
function connectError(fault: Fault): Error {
  return Object.assign(new Error(fault.message), { data: fault.toWire() });
}
