import type { FeedDto } from '@manyhalls/contracts';
import { showState } from '../live/show.fixture';
import { tallyOf } from './tally';

const feed = (more: Partial<FeedDto>) =>
  ({ id: 'a', venueId: 'jinan', source: 'camera', state: 'on-air', ...more }) as FeedDto;
const live = showState({ programme: { feedIds: ['a'], layout: 'single' }, standbyFeedIds: ['b'] });
const scheduled = { ...live, status: 'scheduled' as const };

it.each([
  ['is on programme', feed({}), live, 'programme'],
  ['comes with GO', feed({ id: 'b' }), live, 'next'],
  ['is on air for a later cue', feed({ id: 'c' }), live, 'none'],
  ['is on air before the session runs', feed({ id: 'c' }), scheduled, 'next'],
  ['is in the green room', feed({ id: 'c', state: 'green-room' }), scheduled, 'none'],
  ['was given the word', feed({ id: 'c', venueId: null, state: 'green-room' }), live, 'next'],
  ['is not there', undefined, live, 'none'],
])('a feed that %s', (_, one, state, tally) => expect(tallyOf(one, state)).toBe(tally));
