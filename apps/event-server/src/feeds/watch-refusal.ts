import { Fault, type WatchedKind } from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import type { Peer } from '../peers/peer';
import type { Feed } from './feed';

/** Why a peer may not have a track of this feed; `null` when it may. */
export function watchRefusal(
  { role, venueId, participantId }: Pick<Peer, 'role' | 'venueId' | 'participantId'>,
  feed: Pick<Feed, 'id' | 'venueId' | 'participantId'>,
  kind: WatchedKind,
  onProgramme: readonly string[],
): Fault | null {
  if (!onProgramme.includes(feed.id) && !may(role, 'feed:watch-backstage'))
    return new Fault('not-on-programme', 'this feed is not on programme');
  const isOwn = feed.venueId === null ? feed.participantId === participantId : feed.venueId === venueId;
  if (kind === 'audio' && isOwn) return new Fault('own-sound', 'nobody is sent their own sound');
  return null;
}
