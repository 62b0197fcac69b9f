import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { LiveSockets } from '../live/live-sockets.service';
import { PacedNews } from '../live/paced-news';
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
  private readonly news = new PacedNews<string>(
    pauseMs,
    (sessionId, ids) => void inBackground(this.logger, () => this.tell(sessionId, [...new Set(ids)])),
  );

  constructor(
    private readonly rows: PollRows,
    private readonly sockets: LiveSockets,
  ) {}

  onApplicationShutdown(): void {
    this.news.stop();
  }

  /** After the answer is stored. Told at once when nothing was for a while, otherwise when the pause is over. */
  answered(sessionId: string, pollId: string): void {
    this.news.add(sessionId, pollId);
  }

  /** While the polls cannot be changed, otherwise results that have just been hidden would be told once more. */
  private async tell(sessionId: string, ids: string[]): Promise<void> {
    await this.rows.keepingAsTheyAre(ids, (polls) => {
      for (const poll of polls) {
        const counted = { pollId: poll.id, tally: poll.tally };
        this.sockets.tell(rooms.crew(sessionId), 'poll:counted', counted);
        if (isPublic(poll) && poll.resultsShown)
          this.sockets.tell(rooms.audience(sessionId), 'poll:counted', counted);
      }
    });
  }
}
