import type { types } from 'mediasoup-client';
import { createStore } from 'zustand/vanilla';
import type {
  ConsumerParametersDto,
  FeedDto,
  LiveBroadcasts,
  LiveRequests,
  ShowStateDto,
  WatchedKind,
  WatchedTrack,
} from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import { initialLiveState } from '../live/live-state';
import type { MediaLinkListener } from './media-link';
import { Receiver } from './receiver';
import { showState } from '../live/show.fixture';

// The loop against a server and a link that the test plays; the browser suite runs it against the real ones.

const page = Object.assign(new EventTarget(), { hidden: false });
Object.assign(globalThis, { document: page });

const feed = (id: string, generation = 1): FeedDto => ({
  id,
  source: 'camera',
  state: 'on-air',
  venueId: id,
  participantId: null,
  peerId: null,
  displayName: id,
  microphonePlace: 'in-the-room',
  tracks: [
    { kind: 'audio', muted: false, generation },
    { kind: 'video', muted: false, generation },
  ],
  online: true,
});
const show = (version: number, ...feeds: FeedDto[]) =>
  showState({ version, feeds, programme: { feedIds: feeds.map(({ id }) => id), layout: 'all-halls' } });

function stage() {
  const store = createStore(() => ({ ...initialLiveState, show: show(1, feed('jinan'), feed('tokyo')) }));
  const linkStore = createStore<{ state: 'none' | 'ready' | 'interrupted' }>(() => ({ state: 'ready' }));
  const asked: [keyof LiveRequests, unknown][] = [];
  const closed: string[] = [];
  let listener: MediaLinkListener | undefined;
  let tellClosed: ((payload: LiveBroadcasts['consumer:closed']) => void) | undefined;
  let made = 0;
  const generationOf = (feedId: string) =>
    store.getState().show.feeds.find(({ id }) => id === feedId)?.tracks[0]?.generation ?? 0;
  const answers = {
    watch: ({ feedId, kind }: { feedId: string; kind: WatchedKind }): WatchedTrack => ({
      feedId,
      kind,
      ok: true,
      data: {
        id: `${feedId}-${kind}-${++made}`,
        producerId: 'p',
        feedId,
        kind,
        generation: generationOf(feedId),
        rtpParameters: { codecs: [] },
        producerPaused: false,
      },
    }),
    tune: (): Promise<object> => Promise.resolve({}),
  };
  const asking = {
    'feed:watch': async ({ tracks }: LiveRequests['feed:watch']['request']) => tracks.map(answers.watch),
    'feed:tune': () => answers.tune(),
    'feed:unwatch': async () => ({}),
  };
  const receiver = new Receiver(
    {
      store,
      on: (event, heard) => {
        if (event === 'consumer:closed') tellClosed = heard as typeof tellClosed;
        return () => undefined;
      },
      ask: (async (verb: keyof typeof asking, request: never) => {
        asked.push([verb, request]);
        return asking[verb](request);
      }) as never,
    },
    {
      store: linkStore,
      capabilities: { codecs: [] },
      listen: (heard) => {
        listener = heard;
        return () => undefined;
      },
      consume: async ({ id }: ConsumerParametersDto) =>
        ({ track: { id }, close: () => void closed.push(id) }) as unknown as types.Consumer,
    },
  );
  receiver.open();
  receiver.setHears(() => true);
  return {
    store,
    linkStore,
    asked,
    closed,
    answers,
    receiver,
    listener: () => listener,
    serverCloses: (consumerId: string) => tellClosed?.({ consumerId }),
    of: (verb: string) => asked.filter(([one]) => one === verb).map(([, request]) => request),
    tracks: () => Object.values(receiver.store.getState().tracks).map(({ id }) => id),
    learn: (next: ShowStateDto) => store.setState({ show: next }),
  };
}

/** Everything that is on its way has arrived. */
const settled = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  page.hidden = false;
});
afterEach(() => jest.useRealTimers());

it('asks for everything in one request, tuned to the largest tile', async () => {
  const { receiver, of, tracks } = stage();
  receiver.setTile('jinan', Symbol(), 'low');
  receiver.setTile('jinan', Symbol(), 'high');
  receiver.setTile('tokyo', Symbol(), 'low');
  await settled();
  expect(of('feed:watch')).toHaveLength(1);
  expect(tracks()).toHaveLength(4);
  expect(of('feed:tune')).toEqual([
    { consumerId: 'jinan-audio-1', layer: 'high' },
    { consumerId: 'jinan-video-2', layer: 'high' },
    { consumerId: 'tokyo-audio-3', layer: 'high' },
    { consumerId: 'tokyo-video-4', layer: 'low' },
  ]);
});

it('stops pictures on a hidden page and brings them back, and leaves the sound alone', async () => {
  const { receiver, of } = stage();
  receiver.setTile('jinan', Symbol(), 'high');
  await settled();
  const before = of('feed:tune').length;
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  await settled();
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(of('feed:tune').slice(before)).toEqual([
    { consumerId: 'jinan-video-2', layer: 'off' },
    { consumerId: 'jinan-video-2', layer: 'high' },
  ]);
});

it('drops a track that was published anew, and what left the programme', async () => {
  const { receiver, of, tracks, closed, learn, serverCloses } = stage();
  receiver.setTile('jinan', Symbol(), 'low');
  await settled();
  learn(show(2, feed('jinan', 2)));
  await settled();
  serverCloses('jinan-audio-1');
  // Not while the page is busy showing something else.
  expect(closed).toEqual([]);
  expect(of('feed:unwatch')).toEqual([]);
  jest.advanceTimersByTime(1_000);
  expect(closed.sort()).toEqual(['jinan-audio-1', 'jinan-video-2', 'tokyo-audio-3']);
  // What the server has closed by itself it is not told.
  expect(of('feed:unwatch')).toEqual([{ consumerId: 'tokyo-audio-3' }, { consumerId: 'jinan-video-2' }]);
  expect(tracks()).toEqual(['jinan-audio-4', 'jinan-video-5']);
});

it('asks again when the server closes a consumer, without telling the server what it knows', async () => {
  const { serverCloses, of, tracks } = stage();
  await settled();
  serverCloses('jinan-audio-1');
  await settled();
  expect(of('feed:unwatch')).toEqual([]);
  expect(tracks()).toEqual(['tokyo-audio-2', 'jinan-audio-3']);
});

it('asks again for a consumer that was closed before this page had heard of it', async () => {
  const { serverCloses, tracks } = stage();
  serverCloses('jinan-audio-1');
  await settled();
  expect(tracks()).toEqual(['tokyo-audio-2', 'jinan-audio-3']);
});

it('tries what was refused again: later, or at once when the show changes', async () => {
  const { answers, learn, of, tracks } = stage();
  const { watch } = answers;
  answers.watch = ({ feedId, kind }) =>
    feedId === 'tokyo'
      ? { feedId, kind, ok: false, error: { code: 'not-found', message: 'no' } }
      : watch({ feedId, kind });
  await settled();
  expect(tracks()).toEqual(['jinan-audio-1']);
  await settled();
  expect(of('feed:watch')).toHaveLength(1);
  jest.advanceTimersByTime(300);
  await settled();
  expect(of('feed:watch')).toHaveLength(2);
  answers.watch = watch;
  learn(show(2, feed('jinan'), feed('tokyo')));
  await settled();
  expect(tracks()).toEqual(['jinan-audio-1', 'tokyo-audio-2']);
});

it('prepares for the next cue at a moment of its own, and tunes it only when it is shown', async () => {
  const { learn, receiver, of } = stage();
  const next = { ...show(2, feed('jinan'), feed('tokyo'), feed('osaka')), standbyFeedIds: ['osaka'] };
  receiver.setHears(({ id }) => id !== 'osaka');
  await settled();
  const before = of('feed:watch').length;
  learn(next);
  await settled();
  expect(of('feed:watch')).toHaveLength(before);
  jest.advanceTimersByTime(1500);
  await settled();
  expect(of('feed:watch')).toHaveLength(before + 1);
  const tuned = () => JSON.stringify(of('feed:tune'));
  expect(tuned()).not.toContain('osaka');
  // GO: its tile is drawn a moment later.
  learn({ ...next, version: 3, standbyFeedIds: [] });
  await settled();
  expect(tuned()).not.toContain('osaka');
  receiver.setTile('osaka', Symbol(), 'low');
  await settled();
  expect(tuned()).toMatch(/osaka-video-\d+","layer":"low/);
});

it('forgets everything when the media are lost, also what is still on its way', async () => {
  const { answers, listener, linkStore, tracks, of } = stage();
  const { watch } = answers;
  let answer = () => {};
  answers.tune = () => new Promise((resolve) => (answer = () => resolve({})));
  await settled();
  linkStore.setState({ state: 'interrupted' });
  listener()?.lost();
  answer();
  await settled();
  expect(tracks()).toEqual([]);
  answers.tune = () => Promise.resolve({});
  answers.watch = watch;
  linkStore.setState({ state: 'ready' });
  listener()?.ready();
  await settled();
  expect(tracks()).toEqual(['jinan-audio-3', 'tokyo-audio-4']);
  expect(of('feed:watch')).toHaveLength(2);
});

it('finds out after a cut which consumers the server has closed meanwhile', async () => {
  const { answers, listener, tracks } = stage();
  await settled();
  let first = true;
  answers.tune = async () => {
    if (first) {
      first = false;
      throw new Fault('not-found', 'there is no such consumer');
    }
    return {};
  };
  listener()?.resumed?.();
  await settled();
  jest.advanceTimersByTime(300);
  await settled();
  expect(tracks()).toEqual(['tokyo-audio-2', 'jinan-audio-3']);
});
