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
  /** Their levels are watched, whether or not they are heard. */
  metered?: readonly FeedDto[];
}) {
  const { receiver } = useMedia();
  const muted = useSound((sound) => sound.muted);
  // Muted sound costs nothing, unless its level is watched.
  const received = [...(muted ? [] : feeds), ...metered].map(({ id }) => id);
  const receive = useEffectEvent(() => receiver.setHears(({ id }) => received.includes(id)));
  const key = received.join();
  useEffect(() => receive(), [receiver, key]);
  const heard = new Set(feeds.map(({ id }) => id));
  return [...new Set([...heard, ...metered.map(({ id }) => id)])].map((id) => (
    <FeedSound key={id} feedId={id} silent={!heard.has(id)} />
  ));
}

function FeedSound({ feedId, silent }: { feedId: string; silent: boolean }) {
  const track = useTrack(feedId, 'audio');
  useEffect(() => track && playSound(track, silent), [track, silent]);
  return null;
}
