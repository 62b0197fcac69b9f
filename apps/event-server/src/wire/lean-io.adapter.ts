import type { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import { defer, type Observable } from 'rxjs';

/** Nest brings a socket.io of its own. */
type Socket = Parameters<IoAdapter['bindMessageHandlers']>[0];
type Acknowledge = (answer: unknown) => void;

/**
 * Nest's own adapter keeps an rxjs pipeline for every verb of every socket: some 200 kB a socket, most of what a
 * server of thousands would hold. Here a verb costs one listener.
 */
export class LeanIoAdapter extends IoAdapter {
  private readonly gateways = new Logger('Gateways');

  /** Each gateway listens for connections, and there are more of them than Node takes for usual. */
  override bindClientConnect(namespace: EventEmitter, callback: () => void): void {
    namespace.setMaxListeners(0);
    super.bindClientConnect(namespace, callback);
  }

  override bindMessageHandlers(
    socket: Socket,
    handlers: MessageMappingProperties[],
    transform: (answer: unknown) => Observable<unknown>,
  ): void {
    for (const { message, callback } of handlers)
      socket.on(String(message), (...args: unknown[]) => {
        const { data, ack } = this.mapPayload(args.length === 1 ? args[0] : args);
        // `defer`: a handler that throws at once is an error here, and not of the socket.
        defer(() => transform(callback(data, ack))).subscribe({
          next: (answer) => {
            // A filter that has refused has acknowledged already, and answers nothing.
            if (answer !== undefined && answer !== null) (ack as Acknowledge | undefined)?.(answer);
          },
          error: (error: unknown) => this.gateways.error(error),
        });
      });
  }
}
