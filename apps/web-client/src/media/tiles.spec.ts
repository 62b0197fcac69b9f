import type { FeedDto, VenueDto } from '@manyhalls/contracts';
import { tilesOf } from './tiles';

const venue = (id: string, position: number): VenueDto => ({
  id,
  key: id,
  city: { en: id },
  name: { en: id },
  country: 'JP',
  timeZone: 'Asia/Tokyo',
  homeNode: id,
  position,
});
const feed = (id: string, venueId: string | null, source: FeedDto['source'] = 'camera'): FeedDto => ({
  id,
  source,
  state: 'on-air',
  venueId,
  participantId: null,
  peerId: null,
  displayName: id,
  microphonePlace: 'in-the-room',
  tracks: [],
  online: true,
});

it('gives every hall a tile in protocol order, also one that has nothing on air', () => {
  const tiles = tilesOf([feed('o', 'osaka')], [venue('osaka', 3), venue('jinan', 1), venue('tokyo', 2)]);
  expect(tiles.map(({ key, feed }) => [key, feed?.id])).toEqual([
    ['jinan', undefined],
    ['tokyo', undefined],
    ['osaka', 'o'],
  ]);
});

it('puts slides after the hall they come from and keeps the hall’s own tile for its camera', () => {
  const tiles = tilesOf(
    [feed('slides', 'jinan', 'slides'), feed('camera', 'jinan'), feed('t', 'tokyo', 'clip')],
    [venue('jinan', 1), venue('tokyo', 2)],
  );
  expect(tiles.map(({ key, feed }) => [key, feed?.id])).toEqual([
    ['jinan', 'camera'],
    ['slides', 'slides'],
    ['tokyo', 't'],
  ]);
});

it('shows slides beside the slate of a hall whose camera is off', () => {
  const tiles = tilesOf([feed('slides', 'jinan', 'slides')], [venue('jinan', 1)]);
  expect(tiles.map(({ key, feed }) => [key, feed?.id])).toEqual([
    ['jinan', undefined],
    ['slides', 'slides'],
  ]);
});

it('ends with feeds that come from no hall of this session', () => {
  const tiles = tilesOf(
    [feed('remote', null), feed('stranger', 'seoul'), feed('j', 'jinan')],
    [venue('jinan', 1)],
  );
  expect(tiles.map(({ key }) => key)).toEqual(['jinan', 'remote', 'stranger']);
});
