import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { In, Raw } from 'typeorm';
import { JoiningService } from '../joining/joining.service';
import { ModerationService } from '../moderation/moderation.service';
import { PeersService } from '../peers/peers.service';
import type { Show } from '../show/show';
import { ShowService } from '../show/show.service';
import { inBackground } from '../wire/in-background';
import { HandChanges } from './hand-changes.service';
import { HandRows } from './hand-rows.service';
import { HandsService } from './hands.service';

const keepMs = 10_000;
/** How long the place of somebody who is away is kept, in milliseconds. */
const awayMs = 5 * 60_000;

/** Keeps hands true when people go: by their own will, by a mute or a ban, or because their network did. */
@Injectable()
export class HandKeeper implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('HandKeeper');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rows: HandRows,
    private readonly changes: HandChanges,
    private readonly hands: HandsService,
    private readonly peers: PeersService,
    shows: ShowService,
    joining: JoiningService,
    moderation: ModerationService,
  ) {
    joining.left.subscribe(({ sessionId, participantId }) =>
      this.soon(() => this.leave(sessionId, participantId)),
    );
    moderation.muted.subscribe(({ participantId }) => this.soon(() => this.silence(participantId)));
    peers.closed.subscribe((closed) =>
      this.soon(() => this.tidyOf(closed.map((peer) => peer.participantId))),
    );
    shows.changed.subscribe(({ before, after }) => {
      if (isOver(before, after)) this.soon(() => this.tidy(after.session.id));
    });
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.soon(() => this.keep()), keepMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Whatever was missed, by whichever server; and those who have been away for too long. */
  private async keep(): Promise<void> {
    const open = await this.rows.findOpen({});
    if (open.length === 0) return;
    const here = await this.peers.find({ participantId: In(open.map(({ participantId }) => participantId)) });
    const isHere = ({ sessionId, participantId }: { sessionId: string; participantId: string }) =>
      here.some((peer) => peer.sessionId === sessionId && peer.participantId === participantId);
    await this.rows.touch(open.filter(isHere).map(({ id }) => id));
    for (const sessionId of new Set(open.map((hand) => hand.sessionId))) await this.tidy(sessionId);
  }

  /** Unless another of their devices stays. */
  private async leave(sessionId: string, participantId: string): Promise<void> {
    const [up] = await this.rows.findOpen({ sessionId, participantId });
    if (!up) return;
    const [other] = await this.peers.find({ sessionId, participantId });
    if (!other) await this.hands.lower(participantId, sessionId);
  }

  /** In every session: who may not write may not speak. */
  private async silence(participantId: string): Promise<void> {
    for (const { sessionId } of await this.rows.findOpen({ participantId }))
      await this.hands.lower(participantId, sessionId);
  }

  private async tidyOf(participantIds: string[]): Promise<void> {
    const open = await this.rows.findOpen({ participantId: In(participantIds) });
    for (const sessionId of new Set(open.map((hand) => hand.sessionId))) await this.tidy(sessionId);
  }

  /** Who may not be here any more loses the place; who cannot be seen any more goes back to the green room. */
  private async tidy(sessionId: string): Promise<void> {
    await this.changes.change(sessionId, async (held) => {
      const away = await this.rows.findOpen({ sessionId, seenAt: longAgo }, held.show.manager);
      for (const hand of held.open) {
        const isGone = hand.person.revokedAt !== null || away.some(({ id }) => id === hand.id);
        if (isGone || held.show.session.status !== 'live') await held.move(hand, 'lower');
        else if (hand.state === 'on-programme' && !held.feedOf(hand)) await held.move(hand, 'take-off');
      }
    });
  }

  private soon(work: () => Promise<void>): void {
    void inBackground(this.logger, work);
  }
}

const longAgo = Raw((column) => `${column} < now() - :awayMs * interval '1 millisecond'`, { awayMs });

/** The session has ended, or a speaker's feed is gone. */
function isOver(before: Show, after: Show): boolean {
  if (before.session.status === 'live' && after.session.status !== 'live') return true;
  return before.feeds.some(
    ({ id, venueId }) => venueId === null && !after.feeds.some((feed) => feed.id === id),
  );
}
