import type {
  ChatChannel,
  ChatPageDto,
  ChatSettingsDto,
  LiveRequests,
  MessageDto,
  ReactDto,
  ReadChatDto,
} from '@manyhalls/contracts';
import { createStore } from 'zustand/vanilla';
import { toFault } from '../live/live-socket';
import { retryDelay } from '../live/retry';
import type { ChatLink } from './chat-link';
import type { ChatMemory } from './chat-memory';
import { initialChatState, reactionKey, type ChatState } from './chat-state';
import { learned, pinnedOf, prepended, shownOf, trimmed, type History } from './history';
import { Outbox, type NewMessage } from './outbox';

/** A change of one message, answered with that message. */
export type MessageVerb = {
  [Verb in keyof LiveRequests]: LiveRequests[Verb]['reply'] extends MessageDto ? Verb : never;
}[keyof LiveRequests];

/** Broadcasts may overtake each other on their way, so the last few revisions are read again after a cut. */
const overlap = 50;
/** For how long news is gathered, in milliseconds: a burst must not be drawn message by message. */
const gatherMs = 50;
/** How many messages are kept at least, while the reader is at the newest. */
const kept = 200;

/** One channel of a session's chat in this browser: reads it, keeps up with it, and sends to it. */
export class ChatStore {
  readonly store = createStore<ChatState>(() => initialChatState);
  private readonly outbox: Outbox;
  /** Up to here nothing is missing, however broadcasts came. */
  private readTo = 0;
  /** The newest revision heard of. */
  private heardTo = 0;
  /** Grows with every round of reading; answers to an older one still count as news, but are not followed up. */
  private round = 0;
  /** Told, and not shown yet. */
  private readonly news: MessageDto[] = [];
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** While the reader looks at the newest messages. */
  private atEnd = false;

  /** @param place names this channel of this session in the memory */
  constructor(
    private readonly link: ChatLink,
    readonly channel: ChatChannel,
    private readonly memory: ChatMemory,
    readonly place: string,
  ) {
    this.store.setState({ seen: memory.readSeen(place) });
    this.outbox = new Outbox(link, this.store, (message) => this.keep([message]));
  }

  /** @returns what ends it */
  open(): () => void {
    const stops = [
      this.link.on('chat:changed', ({ channel, messages }) => {
        if (channel === this.channel) this.gather(messages);
      }),
      this.link.on('chat:settings-changed', (settings) => this.learnSettings(settings)),
      this.link.on('moderation:muted', ({ mutedUntil }) => this.store.setState({ mutedUntil })),
      this.link.listen({ joined: () => this.begin(), left: () => undefined }),
    ];
    if (this.link.store.getState().connection === 'joined') this.begin();
    return () => {
      this.round++;
      clearTimeout(this.retry);
      clearTimeout(this.gathering);
      this.outbox.close();
      for (const stop of stops) stop();
    };
  }

  send(message: NewMessage): void {
    this.outbox.add({ ...message, channel: this.channel });
  }

  sendAgain(clientMessageId: string): void {
    void this.outbox.send(clientMessageId);
  }

  drop(clientMessageId: string): void {
    this.outbox.drop(clientMessageId);
  }

  /** @throws {Fault} why the server would not */
  async change<Verb extends MessageVerb>(verb: Verb, request: LiveRequests[Verb]['request']): Promise<void> {
    const reply: MessageDto = await this.link.ask(verb, request);
    this.keep([reply]);
  }

  /** @throws {Fault} why the server would not */
  async react(reaction: ReactDto): Promise<void> {
    await this.change('chat:react', reaction);
    const ownReactions = new Set(this.store.getState().ownReactions);
    ownReactions[reaction.on ? 'add' : 'delete'](reactionKey(reaction.messageId, reaction.name));
    this.store.setState({ ownReactions });
  }

  learnSettings(settings: ChatSettingsDto): void {
    this.store.setState((state) => ({
      settings: state.settings && state.settings.version > settings.version ? state.settings : settings,
    }));
  }

  /** Scrolls back; when it fails, the reader may scroll again. */
  async readOlder(): Promise<void> {
    const { history, readingOlder } = this.store.getState();
    if (readingOlder || !history.more || history.from === null) return;
    this.store.setState({ readingOlder: true });
    try {
      const page = await this.read({ before: history.from });
      // A trim or a first reading in between would leave a gap.
      if (this.store.getState().history.from === history.from) this.show((now) => prepended(now, page));
    } catch {
      // Said by the connection's own banner.
    } finally {
      this.store.setState({ readingOlder: false });
    }
  }

  /** The reader looks at the newest messages, or has turned away from them. */
  look(atEnd: boolean): void {
    this.atEnd = atEnd;
    if (atEnd) this.show((history) => history);
  }

  private gather(messages: readonly MessageDto[]): void {
    this.news.push(...messages);
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.keep(this.news.splice(0));
    }, gatherMs);
  }

  private keep(messages: readonly MessageDto[]): void {
    this.heardTo = Math.max(this.heardTo, ...messages.map(({ revision }) => revision));
    this.outbox.acknowledge(messages);
    this.show((history) => learned(history, messages));
  }

  private show(next: (history: History) => History): void {
    const changed = next(this.store.getState().history);
    const history = this.atEnd ? trimmed(changed, kept) : changed;
    const messages = shownOf(history);
    this.store.setState({ history, messages, pinned: pinnedOf(history) });
    if (this.atEnd) this.see(messages.at(-1)?.number ?? 0);
  }

  private see(number: number): void {
    const { seen } = this.store.getState();
    if (seen !== null && number <= seen) return;
    this.memory.writeSeen(this.place, number);
    this.store.setState({ seen: number });
  }

  /** At every (re)join: what was missed, and then what could not be sent. */
  private begin(): void {
    clearTimeout(this.retry);
    const round = ++this.round;
    this.catchUp(round).then(
      () => {
        this.failures = 0;
        return this.outbox.sendWaiting();
      },
      (error: unknown) => {
        if (round !== this.round) return;
        this.store.setState({ fault: toFault(error) });
        this.retry = setTimeout(() => this.begin(), retryDelay(this.failures++));
      },
    );
  }

  private async catchUp(round: number): Promise<void> {
    if (this.store.getState().history.from === null) return this.readNewest();
    let after = Math.max(this.readTo, this.heardTo - overlap);
    for (let more = true; more && round === this.round;) {
      const page = await this.read({ after });
      this.keep(page.messages);
      more = page.more;
      after = more ? Math.max(after, ...page.messages.map(({ revision }) => revision)) : page.revision;
      this.readTo = Math.max(this.readTo, after);
    }
  }

  private async readNewest(): Promise<void> {
    const page = await this.read({});
    this.readTo = page.revision;
    this.show((history) => prepended(history, page));
    // Who comes for the first time has not missed anything.
    if (this.store.getState().seen === null) this.see(page.messages.at(-1)?.number ?? 0);
  }

  private async read(which: Pick<ReadChatDto, 'before' | 'after'>): Promise<ChatPageDto> {
    const page = await this.link.ask('chat:read', { channel: this.channel, ...which });
    this.learnSettings(page.settings);
    this.store.setState(({ ownReactions }) => ({
      mutedUntil: page.mutedUntil,
      fault: null,
      ownReactions: new Set([
        ...ownReactions,
        ...page.ownReactions.map(({ messageId, name }) => reactionKey(messageId, name)),
      ]),
    }));
    if (page.pinned) this.keep([page.pinned]);
    return page;
  }
}
