import type { MessageDto, SendMessageDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import type { StoreApi } from 'zustand/vanilla';
import { newId } from '../api/new-id';
import { toFault } from '../live/live-socket';
import { retryDelay } from '../live/retry';
import type { ChatState, Outgoing } from './chat-state';
import type { ChatLink } from './chat-link';

export type NewMessage = Omit<SendMessageDto, 'channel' | 'clientMessageId' | 'replyToId'> & {
  repliedTo: MessageDto | null;
};

/** What passes by itself: the message is sent again. Anything else is for its author to decide. */
const passing = new Set<Fault['code']>(['unavailable', 'timeout', 'not-joined', 'too-many-requests']);

/** Own messages on their way. Every attempt carries the same id, so that whatever got through is stored once. */
export class Outbox {
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly link: Pick<ChatLink, 'ask' | 'store'>,
    private readonly store: StoreApi<ChatState>,
    private readonly stored: (message: MessageDto) => void,
  ) {}

  add({ repliedTo, ...message }: NewMessage & Pick<SendMessageDto, 'channel'>): void {
    const clientMessageId = newId();
    const request = { ...message, clientMessageId, ...(repliedTo && { replyToId: repliedTo.id }) };
    this.set([...this.all, { request, repliedTo, state: 'waiting', fault: null }]);
    void this.send(clientMessageId);
  }

  async send(clientMessageId: string): Promise<void> {
    const outgoing = this.all.find(({ request }) => request.clientMessageId === clientMessageId);
    if (!outgoing || outgoing.state === 'sending') return;
    this.mark(clientMessageId, { state: 'sending', fault: null });
    try {
      this.stored(await this.link.ask('chat:send', outgoing.request));
      this.failures = 0;
    } catch (error) {
      const fault = toFault(error);
      this.mark(clientMessageId, { state: passing.has(fault.code) ? 'waiting' : 'failed', fault });
      if (passing.has(fault.code)) this.sendLater();
    }
  }

  /** One after the other: they were written in an order. */
  async sendWaiting(): Promise<void> {
    for (const { request, state } of this.all)
      if (state === 'waiting') await this.send(request.clientMessageId);
  }

  drop(clientMessageId: string): void {
    this.set(this.all.filter(({ request }) => request.clientMessageId !== clientMessageId));
  }

  /** What came back from the server is no longer on its way. */
  acknowledge(messages: readonly MessageDto[]): void {
    const arrived = new Set(messages.map(({ clientMessageId }) => clientMessageId));
    if (this.all.some(({ request }) => arrived.has(request.clientMessageId)))
      this.set(this.all.filter(({ request }) => !arrived.has(request.clientMessageId)));
  }

  close(): void {
    clearTimeout(this.retry);
  }

  /** Cut off, it waits for the rejoin; joined, it was the server that could not, and comes to itself again. */
  private sendLater(): void {
    if (this.link.store.getState().connection !== 'joined') return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.sendWaiting(), retryDelay(this.failures++));
  }

  private get all(): readonly Outgoing[] {
    return this.store.getState().outbox;
  }

  private set(outbox: readonly Outgoing[]): void {
    this.store.setState({ outbox });
  }

  private mark(clientMessageId: string, change: Pick<Outgoing, 'state' | 'fault'>): void {
    this.set(
      this.all.map((one) => (one.request.clientMessageId === clientMessageId ? { ...one, ...change } : one)),
    );
  }
}
