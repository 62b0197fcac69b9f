import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { inBackground } from '../wire/in-background';
import { QuestionEntity } from './question.entity';

/** The shortest time between two broadcasts about one session, in milliseconds. */
const pauseMs = 1_000;

/** Telling how many votes there are, however many come. */
@Injectable()
export class VoteNews implements OnApplicationShutdown {
  private readonly logger = new Logger('Votes');
  /** Sessions that were told about just now, and what was voted for since. */
  private readonly pausing = new Map<string, { timer: NodeJS.Timeout; votedFor: Set<string> }>();

  constructor(
    @InjectRepository(QuestionEntity) private readonly questions: Repository<QuestionEntity>,
    private readonly sockets: LiveSockets,
  ) {}

  onApplicationShutdown(): void {
    for (const { timer } of this.pausing.values()) clearTimeout(timer);
    this.pausing.clear();
  }

  /** After the vote is stored. Told at once when nothing was for a while, otherwise when the pause is over. */
  voted(sessionId: string, questionId: string): void {
    const pause = this.pausing.get(sessionId);
    if (pause) pause.votedFor.add(questionId);
    else this.tellAndPause(sessionId, [questionId]);
  }

  private tellAndPause(sessionId: string, ids: string[]): void {
    const votedFor = new Set<string>();
    const timer = setTimeout(() => {
      this.pausing.delete(sessionId);
      if (votedFor.size > 0) this.tellAndPause(sessionId, [...votedFor]);
    }, pauseMs);
    this.pausing.set(sessionId, { timer, votedFor });
    void inBackground(this.logger, () => this.tell(sessionId, ids));
  }

  private async tell(sessionId: string, ids: string[]): Promise<void> {
    const rows = await this.questions.find({ where: { id: In(ids) }, select: { id: true, votes: true } });
    const counts = rows.map(({ id, votes }) => ({ questionId: id, votes }));
    this.sockets.tell([rooms.audience(sessionId), rooms.crew(sessionId)], 'question:voted', { counts });
  }
}
