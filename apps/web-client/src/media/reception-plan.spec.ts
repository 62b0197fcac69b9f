import type { FeedDto, PictureLayer } from '@manyhalls/contracts';
import { planReception, trackKey, wantedTracks, type HeldTrack, type WantedTrack } from './reception-plan';

const feed = (id: string, more: Partial<FeedDto> = {}): FeedDto => ({
  id,
  source: 'camera',
  state: 'on-air',
  venueId: id,
  participantId: null,
  peerId: null,
  displayName: id,
  microphonePlace: 'in-the-room',
  tracks: [
    { kind: 'audio', muted: false, generation: 1 },
    { kind: 'video', muted: false, generation: 2 },
  ],
  online: true,
  ...more,
});
const everything = () => true;
/** Nothing is prepared for, and nothing received yet. */
const plainly = { prepares: () => false, receives: () => false };

describe('what is wanted', () => {
  it('is the sound of what is heard, and the layer that the tile can show', () => {
    const layers = new Map<string, PictureLayer>([['jinan', 'high']]);
    const wanted = wantedTracks([feed('jinan'), feed('tokyo')], {
      layers,
      pictures: true,
      hears: ({ id }) => id === 'tokyo',
      ...plainly,
    });
    expect(wanted.map((track) => [trackKey(track), track.layer])).toEqual([
      ['jinan:audio', 'off'],
      ['jinan:video', 'high'],
      ['tokyo:audio', 'high'],
      ['tokyo:video', 'off'],
    ]);
  });

  it('is no picture at all on a hidden page, but sound goes on', () => {
    const layers = new Map<string, PictureLayer>([['jinan', 'high']]);
    const wanted = wantedTracks([feed('jinan')], { layers, pictures: false, hears: everything, ...plainly });
    expect(wanted.map(({ layer }) => layer)).toEqual(['high', 'off']);
  });

  it('is no picture that its hall has switched off', () => {
    const layers = new Map<string, PictureLayer>([['jinan', 'low']]);
    const muted = feed('jinan', { tracks: [{ kind: 'video', muted: true, generation: 1 }] });
    expect(wantedTracks([muted], { layers, pictures: true, hears: everything, ...plainly })[0]?.layer).toBe(
      'off',
    );
  });

  it('goes on while a hall’s socket is cut: its media may not be', () => {
    const layers = new Map<string, PictureLayer>([['jinan', 'low']]);
    const wanted = wantedTracks([feed('jinan', { online: false })], {
      layers,
      pictures: true,
      hears: everything,
      ...plainly,
    });
    expect(wanted.map(({ layer }) => layer)).toEqual(['high', 'low']);
  });
});

describe('a greeting, whose picture comes large and small', () => {
  const greeting = feed('greeting', {
    source: 'greeting',
    tracks: (['video', 'small-video'] as const).map((kind) => ({ kind, muted: false, generation: 1 })),
  });
  const layers = (shown: PictureLayer, received: string[] = []) =>
    wantedTracks([greeting], {
      layers: new Map([['greeting', shown]]),
      pictures: true,
      hears: everything,
      prepares: () => false,
      receives: (key) => received.includes(key),
    }).map(({ layer }) => layer);

  it('comes in the size of its tile', () => {
    expect(layers('high')).toEqual(['high', 'off']);
    expect(layers('middle')).toEqual(['high', 'off']);
    expect(layers('low')).toEqual(['off', 'high']);
    expect(layers('off')).toEqual(['off', 'off']);
  });

  it('keeps the picture it has until the other one comes', () => {
    expect(layers('high', ['greeting:small-video'])).toEqual(['high', 'high']);
    expect(layers('high', ['greeting:small-video', 'greeting:video'])).toEqual(['high', 'off']);
    expect(layers('low', ['greeting:video'])).toEqual(['high', 'high']);
  });
});

describe('what the next cue needs', () => {
  it('is asked for, picture and sound, without being shown', () => {
    const wanted = wantedTracks([feed('jinan'), feed('tokyo')], {
      layers: new Map(),
      pictures: true,
      hears: () => false,
      prepares: ({ id }) => id === 'tokyo',
      receives: () => false,
    });
    const { watch } = planReception(wanted, new Map(), () => false);
    expect(watch.map((track) => [trackKey(track), track.layer])).toEqual([
      ['tokyo:audio', 'off'],
      ['tokyo:video', 'off'],
    ]);
  });

  it('is left alone until it is shown; then the server is told also what is not wanted of it', () => {
    const ready = { feedId: 'tokyo', kind: 'audio', layer: 'off', generation: 1, prepared: true } as const;
    const held = new Map([['tokyo:audio', { ...ready, consumerId: 'one' }]]);
    expect(planReception([ready], held, () => false).tune).toEqual([]);
    const [tune] = planReception([{ ...ready, prepared: false }], held, () => false).tune;
    expect(tune?.layer).toBe('off');
  });
});

describe('the plan', () => {
  const want = (key: string, layer: PictureLayer, generation = 1): WantedTrack => {
    const [feedId = '', kind] = key.split(':');
    return { feedId, kind: kind === 'audio' ? 'audio' : 'video', layer, generation, prepared: false };
  };
  const holding = (...tracks: WantedTrack[]): Map<string, HeldTrack> =>
    new Map(tracks.map((track) => [trackKey(track), { ...track, consumerId: `of ${trackKey(track)}` }]));
  const free = () => false;

  it('asks for what is missing, all at once', () => {
    const wanted = [want('a:video', 'low'), want('a:audio', 'high'), want('b:video', 'high')];
    expect(planReception(wanted, new Map(), free).watch).toEqual(wanted);
  });

  it('asks for nothing that would not be shown', () => {
    expect(planReception([want('a:video', 'off')], new Map(), free).watch).toEqual([]);
  });

  it('drops what is wanted no more', () => {
    const plan = planReception(
      [want('b:video', 'low')],
      holding(want('a:video', 'low'), want('b:video', 'low')),
      free,
    );
    expect(plan.drop.map(trackKey)).toEqual(['a:video']);
    expect([plan.watch, plan.tune]).toEqual([[], []]);
  });

  it('drops a track that was published anew, and asks for the new one', () => {
    const plan = planReception([want('a:video', 'low', 2)], holding(want('a:video', 'low', 1)), free);
    expect(plan.drop.map(({ generation }) => generation)).toEqual([1]);
    expect(plan.watch.map(({ generation }) => generation)).toEqual([2]);
    expect(plan.tune).toEqual([]);
  });

  it('keeps a track that is newer than the show state knows', () => {
    const plan = planReception([want('a:video', 'low', 1)], holding(want('a:video', 'low', 2)), free);
    expect(plan).toEqual({ watch: [], drop: [], tune: [] });
  });

  it('tunes what is shown larger, smaller, or not any more', () => {
    const plan = planReception(
      [want('a:video', 'high'), want('b:video', 'off'), want('c:video', 'low')],
      holding(want('a:video', 'low'), want('b:video', 'low'), want('c:video', 'low')),
      free,
    );
    expect(plan.tune.map(({ held, layer }) => [trackKey(held), layer])).toEqual([
      ['a:video', 'high'],
      ['b:video', 'off'],
    ]);
  });

  it('leaves alone what is on its way, except that what is stale is dropped', () => {
    const plan = planReception(
      [want('a:video', 'high'), want('b:video', 'low', 2), want('c:video', 'low')],
      holding(want('a:video', 'low'), want('b:video', 'low', 1)),
      () => true,
    );
    expect(plan.drop.map(trackKey)).toEqual(['b:video']);
    expect([plan.watch, plan.tune]).toEqual([[], []]);
  });
});
