import type { FeedDto, VenueDto } from '@manyhalls/contracts';
import type { Tile } from '../media/tiles';
import { projectorView } from './projector-view';

const tile = (key: string, onAir = true): Tile => ({
  key,
  venue: { id: key } as VenueDto,
  feed: onAir ? ({ id: `feed of ${key}`, source: 'camera' } as FeedDto) : undefined,
});
const tiles = [tile('jinan'), tile('tokyo'), tile('osaka', false)];
const feedIds = ['feed of jinan', 'feed of tokyo'];

it('shows a hall the others large where all halls are on, and no slates of those that are not', () => {
  const show = { programme: { layout: 'all-halls' as const, feedIds }, cue: null };
  expect(projectorView(show, tiles, 'jinan')).toEqual({ arrangement: 'beside', tiles: [tiles[1], tiles[0]] });
  expect(projectorView(show, tiles, 'osaka')).toEqual({ arrangement: 'beside', tiles: [tiles[0], tiles[1]] });
});

it('shows the hall itself where a cue says so', () => {
  const show = { programme: { layout: 'single' as const, feedIds: ['feed of jinan'] }, cue: null };
  expect(projectorView(show, tiles, 'jinan')).toEqual({ arrangement: 'single', tiles: [tiles[0]] });
});

it('has the slate where nothing is on programme', () => {
  const show = { programme: { layout: 'slate' as const, feedIds: [] }, cue: null };
  expect(projectorView(show, tiles, null)).toBeNull();
});
