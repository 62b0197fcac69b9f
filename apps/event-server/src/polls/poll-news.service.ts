import { Injectable } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import type { Poll } from './poll';
import { toAudienceDto, toCrewDto } from './poll-views';

/** Telling everybody what they may know of a poll that has changed. */
@Injectable()
export class PollNews {
  constructor(private readonly sockets: LiveSockets) {}

  /** After the change is committed. */
  changed(poll: Poll): void {
    this.sockets.tell(rooms.crew(poll.sessionId), 'poll:changed', { poll: toCrewDto(poll), deleted: false });
    const known = toAudienceDto(poll);
    if (known)
      this.sockets.tell(rooms.audience(poll.sessionId), 'poll:changed', { poll: known, deleted: false });
  }

  /** A draft, which nobody but the crew knew of. */
  deleted(poll: Poll): void {
    this.sockets.tell(rooms.crew(poll.sessionId), 'poll:changed', { poll: toCrewDto(poll), deleted: true });
  }
}
