import type { HandDto, HandListDto, HandState, OwnHandDto } from '@manyhalls/contracts';
import type { LiveLink } from '../live/kept-state';
import { HandBoard } from './hand-board';

const hand = (id: string, version: number, state: HandState, raisedAt = id): HandDto => ({
  id,
  version,
  state,
  person: { participantId: id, displayName: id, institution: '', country: null, role: 'attendee' },
  words: null,
  raisedAt,
});
const own = (version: number, state: HandState, place: number | null): OwnHandDto => ({
  id: 'own',
  version,
  state,
  words: null,
  place,
});

/** A board of a joined page, with the answer to its list in the test's hands. */
function openBoard() {
  const listeners = new Map<string, (payload: never) => void>();
  let answer: (list: HandListDto) => void = () => undefined;
  const live = {
    ask: () => new Promise((resolve) => (answer = resolve)),
    on: (event: string, listener: (payload: never) => void) => {
      listeners.set(event, listener);
      return () => undefined;
    },
    listen: () => () => undefined,
    store: { getState: () => ({ connection: 'joined' }) },
  } as unknown as LiveLink;
  const board = new HandBoard(live);
  board.open();
  return {
    state: () => board.store.getState(),
    tell: (event: string, payload: unknown) => listeners.get(event)?.(payload as never),
    list: async (list: HandListDto) => {
      answer(list);
      await Promise.resolve();
    },
  };
}

describe('the crew’s hands', () => {
  it('stay in the order of the queue, and go when they are over', async () => {
    const { state, tell, list } = openBoard();
    await list({ hands: [hand('b', 1, 'raised')], own: null });
    tell('hand:changed', { hands: [hand('a', 2, 'raised')] });
    expect(state().hands.map(({ id }) => id)).toEqual(['a', 'b']);
    tell('hand:changed', { hands: [hand('a', 3, 'dismissed')] });
    expect(state().hands.map(({ id }) => id)).toEqual(['b']);
  });

  it('are not older than what was told while the list was read', async () => {
    const { state, tell, list } = openBoard();
    tell('hand:changed', { hands: [hand('a', 3, 'admitted')] });
    await list({ hands: [hand('a', 2, 'raised')], own: null });
    expect(state().hands).toMatchObject([{ id: 'a', state: 'admitted' }]);
  });
});

describe('the own hand', () => {
  it('moves up in the queue, and keeps its newest version', () => {
    const { state, tell } = openBoard();
    tell('hand:own-changed', own(1, 'raised', 2));
    tell('hand:own-changed', own(1, 'raised', 1));
    expect(state().own?.place).toBe(1);
    tell('hand:own-changed', own(2, 'admitted', null));
    tell('hand:own-changed', own(1, 'raised', 1));
    expect(state().own?.state).toBe('admitted');
  });

  it('has no turn any more when it was over while the page was away', async () => {
    const { state, tell, list } = openBoard();
    tell('hand:own-changed', own(2, 'admitted', null));
    await Promise.resolve();
    await list({ hands: [], own: null });
    // What was told while the list was read is newer than the list.
    expect(state().own?.state).toBe('admitted');
  });
});
