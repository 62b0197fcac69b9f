import { createStore } from 'zustand/vanilla';
import type { HandDto, HandListDto, OwnHandDto } from '@manyhalls/contracts';
import { isHandOpen } from '@manyhalls/domain';
import type { LiveSession } from '../live/live-session';
import { retryDelay } from '../live/retry';

export type HandLink = Pick<LiveSession, 'ask' | 'on' | 'listen' | 'store'>;

export interface HandsState {
  /** Of whoever waits or has a turn, in the order of the queue; known to the crew only. */
  hands: readonly HandDto[];
  /** The reader's own, also after its end. */
  own: OwnHandDto | null;
}

type Change = (state: HandsState) => HandsState;

/** The hands of the joined session: read after every join, and kept up with what is told. */
export class HandBoard {
  readonly store = createStore<HandsState>(() => ({ hands: [], own: null }));
  /** What was told while the list is being read: it may be newer than the list. */
  private meanwhile: Change[] | null = null;
  /** Grows with every reading; the answer to an older one is of no interest. */
  private reading = 0;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly live: HandLink) {}

  /** @returns what closes it again */
  open(): () => void {
    const stops = [
      this.live.listen({ joined: () => void this.read(), left: () => undefined }),
      this.live.on('hand:changed', ({ hands }) => this.learn(hands)),
      this.live.on('hand:own-changed', (own) => this.learnOwn(own)),
    ];
    if (this.live.store.getState().connection === 'joined') void this.read();
    return () => {
      this.reading++;
      clearTimeout(this.retry);
      for (const stop of stops) stop();
    };
  }

  learn(hands: readonly HandDto[]): void {
    this.apply((state) => ({ ...state, hands: changed(state.hands, hands) }));
  }

  learnOwn(own: OwnHandDto): void {
    this.apply((state) => ({ ...state, own: newer(state.own, own) }));
  }

  /** A cut connection is no failure: the rejoin reads again. */
  private async read(): Promise<void> {
    clearTimeout(this.retry);
    const reading = ++this.reading;
    this.meanwhile = [];
    try {
      const list = await this.live.ask('hand:list', {});
      if (reading !== this.reading) return;
      this.failures = 0;
      const told = this.meanwhile ?? [];
      this.meanwhile = null;
      this.store.setState((state) => told.reduce((known, change) => change(known), listed(state, list)));
    } catch {
      if (reading !== this.reading || this.live.store.getState().connection !== 'joined') return;
      this.retry = setTimeout(() => void this.read(), retryDelay(this.failures++));
    }
  }

  private apply(change: Change): void {
    this.meanwhile?.push(change);
    this.store.setState(change);
  }
}

/** What has ended without being told, while this page was away, is simply gone. */
function listed({ own }: HandsState, list: HandListDto): HandsState {
  return { hands: list.hands, own: list.own ?? (own && !isHandOpen(own.state) ? own : null) };
}

function changed(known: readonly HandDto[], told: readonly HandDto[]): readonly HandDto[] {
  const byId = new Map(known.map((hand) => [hand.id, hand]));
  for (const hand of told) {
    if ((byId.get(hand.id)?.version ?? 0) > hand.version) continue;
    if (isHandOpen(hand.state)) byId.set(hand.id, hand);
    else byId.delete(hand.id);
  }
  return [...byId.values()].sort((one, other) => one.raisedAt.localeCompare(other.raisedAt));
}

/** Of the same version, only the place in the queue has changed. */
function newer(known: OwnHandDto | null, told: OwnHandDto): OwnHandDto {
  return known?.id === told.id && known.version > told.version ? known : told;
}
