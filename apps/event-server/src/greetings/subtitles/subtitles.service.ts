import { Injectable } from '@nestjs/common';
import { Fault, type Language } from '@manyhalls/contracts';
import type { Ticket } from '../../sign-in/ticket';
import type { Greeting } from '../greeting';
import { GreetingChanges, type SeenGreeting } from '../greeting-changes.service';
import { GreetingRows } from '../greeting-rows.service';
import { GreetingSubtitlesEntity } from '../greeting.entity';
import { readSubtitles, toWebVtt, within } from './subtitles';

/** Subtitles are kept as they belong to the whole original, and given out as they belong to what is played. */
@Injectable()
export class SubtitlesService {
  constructor(
    private readonly changes: GreetingChanges,
    private readonly rows: GreetingRows,
  ) {}

  /** @throws {Fault} `bad-request` naming the line that cannot be read; `conflict`, `not-found` */
  async put(caller: Ticket, seen: SeenGreeting, language: Language, text: string): Promise<Greeting> {
    const vtt = toWebVtt(readSubtitles(text));
    return this.changes.changeSeen(caller, seen, async ({ greeting, manager }) => {
      await manager.upsert(GreetingSubtitlesEntity, { greetingId: greeting.id, language, vtt }, [
        'greetingId',
        'language',
      ]);
      return {};
    });
  }

  /** @throws {Fault} `conflict`, `not-found` */
  async remove(caller: Ticket, seen: SeenGreeting, language: Language): Promise<Greeting> {
    return this.changes.changeSeen(caller, seen, async ({ greeting, manager }) => {
      await manager.delete(GreetingSubtitlesEntity, { greetingId: greeting.id, language });
      return {};
    });
  }

  /** WebVTT. @throws {Fault} `not-found` */
  async read({ id, trim }: Greeting, language: Language): Promise<string> {
    const vtt = await this.rows.subtitles(id, language);
    if (vtt === null) throw new Fault('not-found', 'there are no subtitles in this language');
    return trim ? toWebVtt(within(readSubtitles(vtt), trim)) : vtt;
  }
}
