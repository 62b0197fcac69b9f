import type { FeedDto, FeedState } from '@manyhalls/contracts';
import { standingOf } from './standing';

const feed = (state: FeedState): FeedDto => ({
  id: 'own',
  source: 'camera',
  state,
  venueId: 'jinan',
  participantId: null,
  peerId: null,
  displayName: 'Jinan',
  microphonePlace: 'in-the-room',
  tracks: [],
  online: true,
});
const live = { programme: { feedIds: ['own'], layout: 'all-halls' as const } };
const notLive = { programme: { feedIds: [], layout: 'slate' as const } };

it('tells how far what a hall sends goes', () => {
  expect(standingOf(undefined, live)).toBe('not-sent');
  expect(standingOf(feed('green-room'), notLive)).toBe('green-room');
  expect(standingOf(feed('on-air'), notLive)).toBe('on-air');
  expect(standingOf(feed('on-air'), live)).toBe('on-programme');
});
