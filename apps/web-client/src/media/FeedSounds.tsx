import { useEffect, useEffectEvent } from 'react';
import type { FeedDto } from '@manyhalls/contracts';
import { useMedia, useTrack } from './MediaRoom';
import { playSound, useSound } from './sound';

/** Receives and plays the sound of these feeds. */
export function FeedSounds({
  feeds,
  metered = [],
}: {
  feeds: readonly FeedDto[];
  metered?: readonly FeedDto[];
}) {
  const { receiver } = useMedia();
  const muted = useSound((sound) => sound.muted);
  // Muted sound costs nothing, unless its level is watched.
  const received = [...(muted ? [] : feeds), ...metered].map(({ id }) => id);
  const receive = useEffectEvent(() => receiver.setHears(({ id }) => received.includes(id)));
  const key = received.join();
  useEffect(() => receive(), [receiver, key]);
  return feeds.map(({ id }) => <FeedSound key={id} feedId={id} />);
}

function FeedSound({ feedId }: { feedId: string }) {
  const track = useTrack(feedId, 'audio');
  useEffect(() => track && playSound(track), [track]);
  return null;
}
