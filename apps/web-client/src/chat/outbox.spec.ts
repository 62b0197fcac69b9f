import { Fault } from '@manyhalls/contracts/wire/fault';
import type { ChatMemory } from './chat-memory';
import { ChatStore } from './chat-store';
import { Line, settle } from './line.fixture';

const hello = { text: 'hello', language: 'en' as const, repliedTo: null };
const memory: ChatMemory = {
  readSeen: () => null,
  writeSeen: () => undefined,
  readDraft: () => '',
  writeDraft: () => undefined,
};

let line: Line;
let chat: ChatStore;
let close: () => void;
const state = () => chat.store.getState();

beforeEach(async () => {
  jest.useFakeTimers();
  line = new Line();
  chat = new ChatStore(line, 'audience', memory, 'place');
  close = chat.open();
  await settle();
});
afterEach(() => {
  close();
  jest.useRealTimers();
});

it('shows the message at once, and once, however the answer and the broadcast come', async () => {
  chat.send(hello);
  expect(state().outbox).toMatchObject([{ state: 'sending', request: { text: 'hello' } }]);
  await settle();
  expect(state().outbox).toEqual([]);
  expect(state().messages.map(({ text }) => text)).toEqual(['hello']);
});

it('sends after a cut, in order, what did not get through, and nothing else', async () => {
  const { tell } = line;
  line.tell = () => undefined;
  // Stored, but the answer never came.
  line.way = async () => {
    line.cut();
    throw new Fault('unavailable', 'the connection was lost');
  };
  chat.send(hello);
  await settle();
  chat.send({ ...hello, text: 'big' });
  chat.send({ ...hello, text: 'world' });
  await settle();
  expect(state().outbox.map((one) => one.state)).toEqual(['waiting', 'waiting', 'waiting']);
  line.tell = tell;
  line.way = async () => undefined;
  line.mend();
  await settle();
  expect(state().outbox).toEqual([]);
  expect(line.stored.map(({ text }) => text)).toEqual(['hello', 'big', 'world']);
});

it('tries again by itself when the server could not, though the connection stands', async () => {
  jest.useFakeTimers();
  try {
    let failures = 3;
    line.way = async () => {
      if (failures-- > 0) throw new Fault('unavailable', 'the database is away');
    };
    line.tell = () => undefined;
    chat.send(hello);
    await settle();
    expect(state().outbox).toMatchObject([{ state: 'waiting' }]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(state().outbox).toEqual([]);
    expect(line.stored).toHaveLength(1);
    expect(line.sent).toHaveLength(4);
    expect(new Set(line.sent.map(({ clientMessageId }) => clientMessageId)).size).toBe(1);
  } finally {
    jest.useRealTimers();
  }
});

it('leaves it to the author what becomes of a message that was refused', async () => {
  line.ask = async () => {
    throw new Fault('forbidden', 'the chat is paused', { reason: 'paused' });
  };
  chat.send(hello);
  chat.send({ ...hello, text: 'other' });
  await settle();
  expect(state().outbox).toMatchObject([{ state: 'failed', fault: { code: 'forbidden' } }, {}]);
  const [first] = state().outbox;
  chat.drop(first?.request.clientMessageId ?? '');
  expect(state().outbox.map(({ request }) => request.text)).toEqual(['other']);
});
