import { Injectable } from '@nestjs/common';
import { ShowService } from '../show/show.service';
import type { Rundown } from './cue';
import type { HeldRundown } from './held-rundown';
import { RundownNews } from './rundown-news.service';
import { RundownRows } from './rundown-rows.service';

/**
 * Whatever happens to a rundown. It holds the show state, so that cue, programme and takes agree in every version, and
 * so that of two who press at once one comes after the other, on whichever server.
 */
@Injectable()
export class RundownChanges {
  constructor(
    private readonly shows: ShowService,
    private readonly rows: RundownRows,
    private readonly news: RundownNews,
  ) {}

  /**
   * Lets `apply` change the rundown of a session, then tells everybody what they may know.
   * @returns what `apply` returned, and the rundown as it is then
   * @throws {Fault} what `apply` throws: then nothing has changed
   */
  async change<Result>(
    sessionId: string,
    apply: (held: HeldRundown) => Promise<Result>,
  ): Promise<{ result: Result; after: Rundown }> {
    const { result: change } = await this.shows.change(sessionId, ({ manager, session }) =>
      this.rows.change(manager, session, apply),
    );
    this.news.tell(change);
    return change;
  }
}
