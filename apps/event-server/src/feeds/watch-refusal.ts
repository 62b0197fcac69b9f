import { Fault, type TrackKind } from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import type { Peer } from '../peers/peer';
import type { Feed } from './feed';

/** Why a peer may not have a track of this feed; `null` when it may. */
export function watchRefusal(
  { role, venueId }: Pick<Peer, 'role' | 'venueId'>,
  feed: Pick<Feed, 'id' | 'venueId'>,
  kind: TrackKind,
  onProgramme: readonly string[],
): Fault | null {
  if (!onProgramme.includes(feed.id) && !may(role, 'feed:watch-backstage'))
    return new Fault('not-on-programme', 'this feed is not on programme');
  if (kind === 'audio' && venueId === feed.venueId)
    return new Fault('own-sound', 'a hall is not sent its own sound');
  return null;
}
