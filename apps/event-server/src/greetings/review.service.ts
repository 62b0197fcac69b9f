import { Injectable } from '@nestjs/common';
import { Fault, type ApproveGreetingDto, type TrimGreetingDto } from '@manyhalls/contracts';
import { Announcements } from '../database/announcements.service';
import type { Ticket } from '../sign-in/ticket';
import type { Greeting, Trim } from './greeting';
import {
  demandStep,
  GreetingChanges,
  type HeldGreeting,
  type SeenGreeting,
} from './greeting-changes.service';
import { GreetingNodes } from './greeting-nodes.service';
import { greetingConflict } from './greeting-views';
import { PlaybackRows } from './playback/playback-rows.service';
import { ProcessingService } from './processing/processing.service';
import { uploadsStopped } from './uploads/uploads-stopped';

/** Seconds; what is shorter is a slip, not a greeting. */
const shortest = 1;

/** What the crew decides about a greeting that it has watched. */
@Injectable()
export class Review {
  constructor(
    private readonly changes: GreetingChanges,
    private readonly processing: ProcessingService,
    private readonly announcements: Announcements,
    private readonly nodes: GreetingNodes,
    private readonly playbacks: PlaybackRows,
  ) {}

  /** @throws {Fault} `conflict` also when the file is not the one that was watched; `not-found` */
  async approve(caller: Ticket, seen: SeenGreeting, { sha256 }: ApproveGreetingDto): Promise<Greeting> {
    const approved = await this.changes.changeSeen(caller, seen, async ({ greeting, manager }) => {
      const state = demandStep(greeting, 'approve');
      if (greeting.files?.large.sha256 !== sha256)
        throw greetingConflict(greeting, 'the file is not the one that was watched');
      await this.announcements.announce(manager, uploadsStopped, greeting.id);
      return { state, approvedSha256: sha256, note: null };
    });
    this.nodes.settleSoon();
    return approved;
  }

  /** @throws {Fault} `conflict` also while it is played; `not-found` */
  async unapprove(caller: Ticket, seen: SeenGreeting): Promise<Greeting> {
    return this.changes.changeSeen(caller, seen, async (held) => {
      await this.demandNotPlaying(held);
      return { state: demandStep(held.greeting, 'unapprove'), approvedSha256: null };
    });
  }

  /** @throws {Fault} `conflict`, `not-found` */
  async sendBack(caller: Ticket, seen: SeenGreeting, note: string): Promise<Greeting> {
    return this.changes.changeSeen(caller, seen, ({ greeting }) => ({
      state: demandStep(greeting, 'send-back'),
      note,
    }));
  }

  /** @throws {Fault} `conflict`, `not-found` */
  async reconsider(caller: Ticket, seen: SeenGreeting): Promise<Greeting> {
    return this.changes.changeSeen(caller, seen, ({ greeting }) => ({
      state: demandStep(greeting, 'reconsider'),
      note: null,
    }));
  }

  /** Has a new file made of the original. @throws {Fault} `bad-request`, `conflict` also while it is played, `not-found` */
  async trim(caller: Ticket, seen: SeenGreeting, dto: TrimGreetingDto): Promise<Greeting> {
    const trimmed = await this.changes.changeSeen(caller, seen, async (held) => {
      await this.demandNotPlaying(held);
      const { greeting } = held;
      return {
        state: demandStep(greeting, 'trim'),
        trim: trimOf(greeting, dto),
        approvedSha256: null,
        progress: 0,
        job: greeting.job + 1,
      };
    });
    await this.processing.queue(trimmed.id);
    return trimmed;
  }

  /** What everybody sees at this moment stays as it was approved: subtitles, and going on after a pause, need it. */
  private async demandNotPlaying({ greeting, manager }: HeldGreeting): Promise<void> {
    if (await this.playbacks.isPlaying(greeting.id, manager))
      throw new Fault('conflict', 'this greeting is on programme', { onProgramme: true });
  }
}

/** `null`: nothing is cut off. */
function trimOf({ files }: Greeting, dto: TrimGreetingDto): Trim | null {
  const end = files?.originalSeconds ?? 0;
  const from = dto.from ?? 0;
  const to = dto.to ?? end;
  if (to > end) throw new Fault('bad-request', 'the greeting ends before that', { field: 'to' });
  if (to - from < shortest) throw new Fault('bad-request', 'nothing would be left', { field: 'from' });
  return from === 0 && to === end ? null : { from, to };
}
