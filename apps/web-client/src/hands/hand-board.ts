import type { HandDto, HandListDto, OwnHandDto } from '@manyhalls/contracts';
import { isHandOpen } from '@manyhalls/domain';
import { KeptState, type LiveLink } from '../live/kept-state';

export interface HandsState {
  /** Of whoever waits or has a turn, in the order of the queue; known to the crew only. */
  hands: readonly HandDto[];
  /** The reader's own, also after its end. */
  own: OwnHandDto | null;
}

/** The hands of the joined session: read after every join, and kept up with what is told. */
export class HandBoard {
  private readonly kept: KeptState<HandsState>;

  constructor(private readonly live: LiveLink) {
    this.kept = new KeptState<HandsState>(live, { hands: [], own: null }, async () => {
      const list = await live.ask('hand:list', {});
      return (state) => listed(state, list);
    });
  }

  get store() {
    return this.kept.store;
  }

  /** @returns what closes it again */
  open(): () => void {
    return this.kept.open(
      this.live.on('hand:changed', ({ hands }) => this.learn(hands)),
      this.live.on('hand:own-changed', (own) => this.learnOwn(own)),
    );
  }

  learn(hands: readonly HandDto[]): void {
    this.kept.apply((state) => ({ ...state, hands: changed(state.hands, hands) }));
  }

  learnOwn(own: OwnHandDto): void {
    this.kept.apply((state) => ({ ...state, own: newer(state.own, own) }));
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
