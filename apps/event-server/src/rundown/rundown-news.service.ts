import { Injectable } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { toCueDto, toTakeDto } from './cue-views';
import type { RundownChange } from './rundown-rows.service';

/** Telling the crew what has changed in a rundown. The audience only ever knows the cue on programme, by the show. */
@Injectable()
export class RundownNews {
  constructor(private readonly sockets: LiveSockets) {}

  /** After the change is committed. */
  tell({ before, after }: RundownChange): void {
    if (before === after) return;
    const { sessionId, version, orderVersion, cues, takes, standbyCueId } = after;
    const isNew = (cue: { id: string; version: number }) =>
      before.cues.find(({ id }) => id === cue.id)?.version !== cue.version;
    this.sockets.tell(rooms.crew(sessionId), 'rundown:changed', {
      version,
      orderVersion,
      order: cues.map(({ id }) => id),
      cues: cues.filter(isNew).map(toCueDto),
      takes: takes.map(toTakeDto),
      standbyCueId,
    });
  }
}
