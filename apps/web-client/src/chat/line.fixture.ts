import type {
  ChatPageDto,
  JoinedDto,
  LiveBroadcasts,
  MessageDto,
  SendMessageDto,
} from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { createStore } from 'zustand/vanilla';
import type { LiveReply, LiveRequest, LiveVerb } from '../live/live-socket';
import { initialLiveState, type LiveState } from '../live/live-state';
import type { PeerListener } from '../live/live-session';
import type { ChatLink } from './chat-link';

export const author = (participantId: string) => ({
  participantId,
  displayName: `Office ${participantId}`,
  institution: 'Institute',
  country: 'JP',
  role: 'attendee' as const,
});

/** A message of somebody else. */
export function message(number: number, more: Partial<MessageDto> = {}): MessageDto {
  return {
    id: `m${number}`,
    channel: 'audience',
    number,
    revision: number,
    clientMessageId: `c${number}`,
    author: author('other'),
    text: `words ${number}`,
    language: 'en',
    repliedTo: null,
    mentionedIds: [],
    reactions: [],
    translations: [],
    held: false,
    pinned: false,
    sentAt: '2020-07-30T02:00:00Z',
    editedAt: null,
    deletedAt: null,
    ...more,
  };
}

export const settings = {
  version: 1,
  paused: false,
  slowSeconds: 0,
  linksAllowed: true,
  preModerated: false,
  heldWords: [],
};

/** The other end of the live wire: a channel with a history, and a connection that the test cuts and mends. */
export class Line implements ChatLink {
  readonly store = createStore<LiveState>(() => ({ ...initialLiveState, connection: 'joined' }));
  stored: MessageDto[] = [];
  ownReactions: ChatPageDto['ownReactions'] = [];
  sent: SendMessageDto[] = [];
  asked: object[] = [];
  pageSize = 50;
  /** What happens to a request before it is answered. */
  way: () => Promise<void> = async () => undefined;
  private readonly peers = new Set<PeerListener>();
  private readonly hearers = new Map<string, (payload: never) => void>();

  listen = (listener: PeerListener) => {
    this.peers.add(listener);
    return () => void this.peers.delete(listener);
  };

  on = <Event extends keyof LiveBroadcasts>(
    event: Event,
    hearer: (payload: LiveBroadcasts[Event]) => void,
  ) => {
    this.hearers.set(event, hearer);
    return () => void this.hearers.delete(event);
  };

  tell<Event extends keyof LiveBroadcasts>(event: Event, payload: LiveBroadcasts[Event]): void {
    this.hearers.get(event)?.(payload as never);
  }

  /** Stores it, and tells it unless the reader is away. */
  write(one: MessageDto): void {
    this.stored = [...this.stored.filter(({ id }) => id !== one.id), one];
    if (this.store.getState().connection === 'joined')
      this.tell('chat:changed', { channel: 'audience', messages: [one] });
  }

  cut(): void {
    this.store.setState({ connection: 'reconnecting' });
  }

  mend(): void {
    this.store.setState({ connection: 'joined' });
    for (const peer of this.peers) peer.joined({} as JoinedDto);
  }

  ask = async <Verb extends LiveVerb>(verb: Verb, request: LiveRequest<Verb>): Promise<LiveReply<Verb>> => {
    this.asked.push({ verb, ...request });
    if (this.store.getState().connection !== 'joined') throw new Fault('unavailable', 'not connected');
    await Promise.resolve();
    const reply = this.answer(verb, request);
    await this.way();
    return reply as LiveReply<Verb>;
  };

  private answer(verb: LiveVerb, request: object): unknown {
    if (verb === 'chat:read') return this.page(request);
    if (verb === 'chat:react') return this.stored[0];
    const wanted = request as SendMessageDto;
    this.sent.push(wanted);
    const known = this.stored.find(({ clientMessageId }) => clientMessageId === wanted.clientMessageId);
    if (known) return known;
    const { clientMessageId, text } = wanted;
    const made = message(this.last + 1, { clientMessageId, text, author: author('me') });
    this.write(made);
    return made;
  }

  private get last(): number {
    return Math.max(0, ...this.stored.map(({ revision }) => revision));
  }

  private page({ before = Infinity, after }: { before?: number; after?: number }): ChatPageDto {
    const found =
      after === undefined
        ? this.stored.filter(({ number }) => number < before).sort((one, other) => other.number - one.number)
        : this.stored
            .filter(({ revision }) => revision > after)
            .sort((one, other) => one.revision - other.revision);
    const messages = found.slice(0, this.pageSize);
    const more = found.length > messages.length;
    return {
      messages: after === undefined ? messages.reverse() : messages,
      more,
      revision: more && after !== undefined ? (messages.at(-1)?.revision ?? 0) : this.last,
      ownReactions: this.ownReactions,
      settings,
      mutedUntil: null,
      pinned: this.stored.find(({ pinned }) => pinned) ?? null,
    };
  }
}

/** Lets everything run that takes no time worth speaking of; the test's clock is not the real one. */
export const settle = () => jest.advanceTimersByTimeAsync(100);
