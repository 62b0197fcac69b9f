import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import classes from './Greeting.module.css';
import { usePoster } from './use-poster';

/** A picture from the recording: it stands there until the first frame, so that nothing is ever black. */
export function GreetingPoster({ playback }: { playback: Pick<GreetingPlaybackDto, 'posterPath'> }) {
  const poster = usePoster(playback);
  return poster && <img className={classes.poster} src={poster.src} alt="" decoding="sync" />;
}
