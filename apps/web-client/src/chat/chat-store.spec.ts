import { Fault } from '@manyhalls/contracts/wire/fault';
import type { ChatMemory } from './chat-memory';
import { unreadOf } from './chat-state';
import { ChatStore } from './chat-store';
import { author, Line, message, settings, settle } from './line.fixture';

let line: Line;
let chat: ChatStore;
let seen: number | null;
let close: () => void;

const memory: ChatMemory = {
  readSeen: () => seen,
  writeSeen: (_place, number) => void (seen = number),
  readDraft: () => '',
  writeDraft: () => undefined,
};
const open = () => {
  chat = new ChatStore(line, 'audience', memory, 'place');
  close = chat.open();
};
const numbers = () => chat.store.getState().messages.map(({ number }) => number);
const state = () => chat.store.getState();
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

beforeEach(() => {
  jest.useFakeTimers();
  line = new Line();
  seen = null;
});
afterEach(() => {
  close();
  jest.useRealTimers();
});

describe('reading', () => {
  it('begins with the newest and scrolls back to the first', async () => {
    line.pageSize = 3;
    line.stored = range(1, 8).map((number) => message(number));
    open();
    await settle();
    expect(numbers()).toEqual([6, 7, 8]);
    await chat.readOlder();
    expect(numbers()).toEqual(range(3, 8));
    await chat.readOlder();
    await chat.readOlder();
    expect(numbers()).toEqual(range(1, 8));
    expect(state().history.more).toBe(false);
  });

  it('orders what comes in any order, and keeps the newest revision of each', async () => {
    open();
    await settle();
    line.write(message(3));
    line.write(message(1, { revision: 5, text: 'edited' }));
    line.write(message(1, { text: 'late' }));
    line.write(message(2));
    await settle();
    expect(state().messages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'edited'],
      [2, 'words 2'],
      [3, 'words 3'],
    ]);
  });

  it('does not show a far older message out of its place when it changes, but keeps the change', async () => {
    line.pageSize = 2;
    line.stored = range(1, 6).map((number) => message(number));
    open();
    await settle();
    line.write(message(2, { revision: 7, text: 'edited' }));
    await settle();
    expect(numbers()).toEqual([5, 6]);
    line.stored = range(1, 6).map((number) => message(number));
    await chat.readOlder();
    await chat.readOlder();
    expect(state().messages.find(({ number }) => number === 2)?.text).toBe('edited');
  });

  it('comes back without a gap, over as many pages as it takes', async () => {
    line.stored = [message(1)];
    open();
    await settle();
    line.pageSize = 4;
    line.cut();
    for (const number of range(2, 20)) line.write(message(number));
    line.write(message(1, { revision: 21, text: null, deletedAt: '2020-07-30T02:00:00Z' }));
    await settle();
    line.mend();
    await settle();
    expect(numbers()).toEqual(range(1, 20));
    expect(state().messages[0]?.text).toBeNull();
  });

  it('gets what a broadcast had overtaken when the connection was cut', async () => {
    open();
    await settle();
    // 2 was told, and 1, which was stored before it, was still on its way.
    line.stored = [message(1)];
    line.write(message(2));
    await settle();
    line.cut();
    line.mend();
    await settle();
    expect(numbers()).toEqual([1, 2]);
  });

  it('reads again by itself when the server could not answer', async () => {
    line.stored = [message(1)];
    line.way = async () => {
      line.way = async () => undefined;
      throw new Fault('unavailable', 'the database is away');
    };
    open();
    await settle();
    expect(state().fault?.code).toBe('unavailable');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(numbers()).toEqual([1]);
    expect(state().fault).toBeNull();
  });

  it('knows what is pinned, also when that is far back', async () => {
    line.pageSize = 2;
    line.stored = [message(1, { pinned: true }), ...range(2, 6).map((number) => message(number))];
    open();
    await settle();
    expect(state().pinned?.number).toBe(1);
    expect(numbers()).toEqual([5, 6]);
    line.write(message(6, { pinned: true, revision: 7 }));
    line.write(message(1, { revision: 8 }));
    await settle();
    expect(state().pinned?.number).toBe(6);
    line.write(message(6, { pinned: true, text: null, revision: 9 }));
    await settle();
    expect(state().pinned).toBeNull();
  });

  it('shows nothing of a message that went back to a moderator', async () => {
    line.stored = [message(1), message(2)];
    open();
    await settle();
    line.write(message(1, { revision: 3, held: true, text: null }));
    await settle();
    expect(numbers()).toEqual([2]);
  });

  it('stays light on a page that is open all day, and loses nothing by it', async () => {
    open();
    await settle();
    chat.look(true);
    for (const number of range(1, 1_000)) line.write(message(number));
    await settle();
    expect(numbers().length).toBeLessThanOrEqual(400);
    expect(numbers().at(-1)).toBe(1_000);
    chat.look(false);
    while (state().history.more) await chat.readOlder();
    expect(numbers()).toEqual(range(1, 1_000));
  });
});

describe('what was seen', () => {
  it('counts messages of others that came while nobody looked', async () => {
    line.stored = [message(1)];
    open();
    await settle();
    expect(unreadOf(state(), 'me')).toBe(0);
    line.write(message(2));
    line.write(message(3, { author: author('me') }));
    line.write(message(4, { deletedAt: '2020-07-30T02:00:00Z', text: null }));
    await settle();
    expect(unreadOf(state(), 'me')).toBe(1);
    chat.look(true);
    expect(unreadOf(state(), 'me')).toBe(0);
    line.write(message(5));
    await settle();
    expect(unreadOf(state(), 'me')).toBe(0);
  });

  it('is remembered over a reload', async () => {
    seen = 2;
    line.stored = range(1, 5).map((number) => message(number));
    open();
    await settle();
    expect(unreadOf(state(), 'me')).toBe(3);
  });
});

it('knows the reader’s own reactions, and forgets the one that was taken back', async () => {
  line.stored = [message(1, { reactions: [{ name: 'heart', count: 2 }] })];
  line.ownReactions = [{ messageId: 'm1', name: 'heart' }];
  open();
  await settle();
  expect([...state().ownReactions]).toEqual(['m1 heart']);
  await chat.react({ messageId: 'm1', name: 'heart', on: false });
  await chat.react({ messageId: 'm1', name: 'smile', on: true });
  expect([...state().ownReactions]).toEqual(['m1 smile']);
});

it('keeps the newest settings and the reader’s own mute', async () => {
  open();
  await settle();
  line.tell('chat:settings-changed', { ...settings, version: 3, paused: true });
  line.tell('chat:settings-changed', { ...settings, version: 2 });
  line.tell('moderation:muted', { mutedUntil: '2020-07-30T02:05:00Z' });
  await settle();
  expect(state()).toMatchObject({ settings: { version: 3, paused: true } });
  expect(state().mutedUntil).toBe('2020-07-30T02:05:00Z');
});
