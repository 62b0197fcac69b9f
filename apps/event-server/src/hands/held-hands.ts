import { randomUUID } from 'node:crypto';
import { Fault, type HandStep, type MoveHandDto } from '@manyhalls/contracts';
import { isHandOpen, nextHandState } from '@manyhalls/domain';
import type { Feed } from '../feeds/feed';
import type { FeedRows } from '../feeds/feed-rows.service';
import type { HeldShow } from '../show/show.service';
import type { Hand } from './hand';
import type { HandRows } from './hand-rows.service';
import { toHandDto } from './hand-views';
import { HandEntity } from './hand.entity';

/** The hands of one session, while nobody else can change them. */
export class HeldHands {
  /** Feeds that ended with their speaker's turn: their tracks are still to be closed. */
  readonly closedFeeds: Feed[] = [];
  readonly touchedIds: string[] = [];

  constructor(
    readonly show: HeldShow,
    /** Whoever waits or has a turn, in the order of the queue. */
    readonly open: readonly Hand[],
    private readonly rows: HandRows,
    private readonly feeds: FeedRows,
  ) {}

  /** @throws {Fault} `conflict` with the present hand when it is not as it was seen; `not-found` */
  async takeSeen({ handId: id, version }: MoveHandDto): Promise<Hand> {
    const { session, manager } = this.show;
    const [hand] = await this.rows.find({ id, sessionId: session.id }, manager);
    if (!hand) throw new Fault('not-found', 'there is no such hand');
    if (hand.version !== version) throw conflict(hand, 'somebody has done something meanwhile');
    return hand;
  }

  /** Last in the queue. */
  async raise(participantId: string, words: string | null): Promise<void> {
    const { session, manager } = this.show;
    const id = randomUUID();
    await manager.insert(HandEntity, { id, sessionId: session.id, participantId, state: 'raised', words });
    this.touchedIds.push(id);
  }

  /** @throws {Fault} `conflict` with the present hand when the step is not allowed */
  async move(hand: Hand, step: HandStep | 'lower'): Promise<void> {
    const { manager } = this.show;
    const state = nextHandState(hand.state, step);
    if (!state) throw conflict(hand, `${step} is not possible`);
    if (step === 'reopen' && this.open.some(({ participantId }) => participantId === hand.participantId))
      throw conflict(hand, 'the person has raised the hand anew');
    const feed = this.feedOf(hand);
    if (state === 'on-programme' && !feed?.tracks.length)
      throw conflict(hand, 'nothing can be seen or heard of the person yet');
    await manager.update(
      HandEntity,
      { id: hand.id },
      { state, version: () => 'version + 1', seenAt: () => 'now()' },
    );
    this.touchedIds.push(hand.id);
    if (!feed) return;
    if (state === 'on-programme') await this.feeds.update(manager, feed.id, { state: 'on-air' });
    else if (state === 'admitted') await this.feeds.update(manager, feed.id, { state: 'green-room' });
    else {
      await this.feeds.close(manager, feed.id);
      this.closedFeeds.push(feed);
    }
  }

  /** What its person publishes as a speaker. */
  feedOf({ participantId }: Hand): Feed | undefined {
    return this.show.feeds.find((feed) => feed.venueId === null && feed.participantId === participantId);
  }
}

function conflict(hand: Hand, why: string): Fault {
  const now = isHandOpen(hand.state) ? `the hand is ${hand.state}` : `it is over: ${hand.state}`;
  return new Fault('conflict', `${why}: ${now}`, { hand: toHandDto(hand) });
}
