import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { In } from 'typeorm';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { inBackground } from '../wire/in-background';
import { isPublic } from './poll';
import { PollRows } from './poll-rows.service';

/** The shortest time between two broadcasts about one session, in milliseconds. */
const pauseMs = 1_000;

/** Telling how many have chosen what, however many answers come. */
@Injectable()
export class TallyNews implements OnApplicationShutdown {
  private readonly logger = new Logger('Polls');
  /** Sessions that were told about just now, and the polls that were answered since. */
  private readonly pausing = new Map<string, { timer: NodeJS.Timeout; answered: Set<string> }>();

  constructor(
    private readonly rows: PollRows,
    private readonly sockets: LiveSockets,
  ) {}

  onApplicationShutdown(): void {
    for (const { timer } of this.pausing.values()) clearTimeout(timer);
    this.pausing.clear();
  }

  /** After the answer is stored. Told at once when nothing was for a while, otherwise when the pause is over. */
  answered(sessionId: string, pollId: string): void {
    const pause = this.pausing.get(sessionId);
    if (pause) pause.answered.add(pollId);
    else this.tellAndPause(sessionId, [pollId]);
  }

  private tellAndPause(sessionId: string, ids: string[]): void {
    const answered = new Set<string>();
    const timer = setTimeout(() => {
      this.pausing.delete(sessionId);
      if (answered.size > 0) this.tellAndPause(sessionId, [...answered]);
    }, pauseMs);
    this.pausing.set(sessionId, { timer, answered });
    void inBackground(this.logger, () => this.tell(sessionId, ids));
  }

  private async tell(sessionId: string, ids: string[]): Promise<void> {
    for (const poll of await this.rows.find({ id: In(ids) })) {
      const counted = { pollId: poll.id, tally: poll.tally };
      this.sockets.tell(rooms.crew(sessionId), 'poll:counted', counted);
      if (isPublic(poll) && poll.resultsShown)
        this.sockets.tell(rooms.audience(sessionId), 'poll:counted', counted);
    }
  }
}
