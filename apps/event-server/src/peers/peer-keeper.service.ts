import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { LiveSockets } from '../live/live-sockets.service';
import { RevocationService } from '../sign-in/revocation.service';
import { inBackground } from '../wire/in-background';
import { PeersService } from './peers.service';

/** Well within the grace of 30 s, and rare enough to cost a quiet server nothing worth naming. */
const keepMs = 10_000;

/** Ends peers that should be no more: nobody speaks for them, or their person's access was taken back. */
@Injectable()
export class PeerKeeper implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('PeerKeeper');
  private timer: NodeJS.Timeout | undefined;
  private stopListening = () => {};

  constructor(
    private readonly peers: PeersService,
    private readonly sockets: LiveSockets,
    private readonly revocation: RevocationService,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.revocation.onRevoked({
      signInsInUse: () => this.sockets.here().map((socket) => socket.data.ticket.signInId),
      revoked: (signInIds) =>
        void inBackground(this.logger, () => this.peers.close({ signInId: In(signInIds) })),
    });
    this.keepSoon();
  }

  onApplicationShutdown(): void {
    this.stopListening();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private keepSoon(): void {
    this.timer = setTimeout(() => {
      void inBackground(this.logger, async () => {
        // In this order: a server that was suspended must not take its own peers for lost.
        await this.peers.touch(this.sockets.here().flatMap((socket) => socket.data.peerId ?? []));
        await this.peers.closeUnseen();
      }).then(() => {
        if (this.timer) this.keepSoon();
      });
    }, keepMs);
  }
}
