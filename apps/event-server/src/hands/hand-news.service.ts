import { Injectable } from '@nestjs/common';
import { isHandOpen } from '@manyhalls/domain';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import type { Hand } from './hand';
import { toHandDto, toOwnDto } from './hand-views';

/** Telling the crew who asks to speak, and everybody who does how it stands with them. */
@Injectable()
export class HandNews {
  constructor(private readonly sockets: LiveSockets) {}

  /**
   * After the change is committed.
   * @param before,after the session's open hands, and after it also those that are open no more
   */
  tell(sessionId: string, before: readonly Hand[], after: readonly Hand[]): void {
    const changed = after.filter(
      ({ id, version }) => before.find((hand) => hand.id === id)?.version !== version,
    );
    if (changed.length === 0) return;
    this.sockets.tell(rooms.crew(sessionId), 'hand:changed', { hands: changed.map(toHandDto) });
    const open = after.filter(({ state }) => isHandOpen(state));
    for (const hand of after) {
      const own = toOwnDto(hand, open);
      if (changed.includes(hand) || own.place !== toOwnDto(hand, before).place)
        this.sockets.tell(rooms.participant(sessionId, hand.participantId), 'hand:own-changed', own);
    }
  }
}
