import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { LiveSockets } from '../live/live-sockets.service';
import { PacedNews } from '../live/paced-news';
import { rooms } from '../live/rooms';
import { inBackground } from '../wire/in-background';
import { QuestionEntity } from './question.entity';

/** The shortest time between two broadcasts about one session, in milliseconds. */
const pauseMs = 1_000;

/** Telling how many votes there are, however many come. */
@Injectable()
export class VoteNews implements OnApplicationShutdown {
  private readonly logger = new Logger('Votes');
  private readonly news = new PacedNews<string>(
    pauseMs,
    (sessionId, ids) => void inBackground(this.logger, () => this.tell(sessionId, [...new Set(ids)])),
  );

  constructor(
    @InjectRepository(QuestionEntity) private readonly questions: Repository<QuestionEntity>,
    private readonly sockets: LiveSockets,
  ) {}

  onApplicationShutdown(): void {
    this.news.stop();
  }

  /** After the vote is stored. Told at once when nothing was for a while, otherwise when the pause is over. */
  voted(sessionId: string, questionId: string): void {
    this.news.add(sessionId, questionId);
  }

  private async tell(sessionId: string, ids: string[]): Promise<void> {
    const rows = await this.questions.find({ where: { id: In(ids) }, select: { id: true, votes: true } });
    const counts = rows.map(({ id, votes }) => ({ questionId: id, votes }));
    this.sockets.tell([rooms.audience(sessionId), rooms.crew(sessionId)], 'question:voted', { counts });
  }
}
