import { setTimeout as wait } from 'node:timers/promises';
import { ChatStore } from '../../../apps/web-client/src/chat/chat-store';
import { HandBoard } from '../../../apps/web-client/src/hands/hand-board';
import { LiveSession } from '../../../apps/web-client/src/live/live-session';
import { PollBoard } from '../../../apps/web-client/src/polls/poll-board';
import { QuestionBoard } from '../../../apps/web-client/src/questions/question-board';

/** What a page keeps of a session, by its own code, over its own connection; without the page. */
export class OpenPage {
  readonly live: LiveSession;
  readonly chat: ChatStore;
  private readonly questions: QuestionBoard;
  private readonly polls: PollBoard;
  private readonly hands: HandBoard;
  private readonly endings: (() => void)[];

  constructor(url: string, ticket: string, sessionId: string) {
    let peerId: string | undefined;
    this.live = new LiveSession({
      url: `${url}/live`,
      getTicket: () => Promise.resolve(ticket),
      memory: {
        read: () => peerId,
        write: (_, id) => (peerId = id),
        forget: () => (peerId = undefined),
      },
    });
    const memory = { readSeen: () => null, writeSeen: () => {}, readDraft: () => '', writeDraft: () => {} };
    this.chat = new ChatStore(this.live, 'audience', memory, sessionId);
    this.questions = new QuestionBoard(this.live);
    this.polls = new PollBoard(this.live);
    this.hands = new HandBoard(this.live);
    this.endings = [this.live, this.chat, this.questions, this.polls, this.hands].map((part) => part.open());
    this.live.join(sessionId);
  }

  /** What is to be seen of the show, the chat, the questions, the polls and the hands. */
  get view() {
    const { messages, pinned, settings } = this.chat.store.getState();
    const { show } = this.live.store.getState();
    return {
      // When it was told differs.
      show: show && { ...show, at: undefined },
      messages,
      pinned,
      settings,
      questions: this.questions.store.getState(),
      polls: this.polls.store.getState(),
      hands: this.hands.store.getState(),
    };
  }

  /** Scrolls back to the first message. */
  async scrollBack(): Promise<void> {
    while (!this.hasFirst) {
      await this.chat.readOlder();
      await wait(300);
    }
  }

  private get hasFirst(): boolean {
    const { from, more } = this.chat.store.getState().history;
    return from !== null && !more;
  }

  close(): void {
    for (const end of this.endings.toReversed()) end();
  }
}
