import { Injectable } from '@nestjs/common';
import type { LiveBroadcasts, LiveServerToClient } from '@manyhalls/contracts';
import type { LiveNamespace, LiveSocket } from './live-socket';

/** Telling people things, and knowing which sockets this server has. */
@Injectable()
export class LiveSockets {
  private namespace: LiveNamespace | null = null;

  /** For the live gateway, when its server is there. */
  serve(namespace: LiveNamespace): void {
    this.namespace = namespace;
  }

  /** The sockets of this server; other servers have theirs. */
  here(): LiveSocket[] {
    return [...(this.namespace?.sockets.values() ?? [])];
  }

  /** Tells everybody in the rooms who is not in `butNotIn`, whichever server they are on, each of them once. */
  tell<Event extends keyof LiveBroadcasts>(
    inRooms: string | string[],
    event: Event,
    payload: LiveBroadcasts[Event],
    butNotIn: string[] = [],
  ): void {
    this.namespace
      ?.to(inRooms)
      .except(butNotIn)
      .emit(event, ...asArguments<Event>(payload));
  }

  /** Tells this server's sockets only; for what every server hears about by itself. */
  tellHere<Event extends keyof LiveBroadcasts>(
    room: string,
    event: Event,
    payload: LiveBroadcasts[Event],
  ): void {
    this.namespace?.local.to(room).emit(event, ...asArguments<Event>(payload));
  }

  /** Closes every socket in the room, whichever server it is on. What was told before still arrives. */
  disconnect(room: string): void {
    this.namespace?.in(room).disconnectSockets(true);
  }
}

/** TypeScript cannot see through the generic event that one payload is all its arguments. */
const asArguments = <Event extends keyof LiveBroadcasts>(payload: LiveBroadcasts[Event]) =>
  [payload] as Parameters<LiveServerToClient[Event]>;
