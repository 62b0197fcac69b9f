import type { FeedDto, GreetingPlaybackDto } from '@manyhalls/contracts';
import { FeedPicture } from '../media/FeedPicture';
import { useThinLine } from '../media/use-thin-line';
import classes from './Greeting.module.css';
import { GreetingPoster } from './GreetingPoster';
import { GreetingSlate } from './GreetingSlate';
import { GreetingSubtitles } from './GreetingSubtitles';

/**
 * A greeting as large as its place: its poster until the first frame, its picture, the last frame while it is paused,
 * and its slate when there is nothing (more) to be seen. Its sound is played by `FeedSounds`, as every feed's.
 */
export function GreetingPicture({
  playback,
  feed,
  cropped = false,
  subtitles = true,
}: {
  playback: GreetingPlaybackDto;
  /** `playback.feedId`'s. */
  feed: FeedDto | undefined;
  cropped?: boolean;
  subtitles?: boolean;
}) {
  const { state } = playback;
  const thin = useThinLine(feed?.id);
  const isPlayed = state === 'playing' || state === 'paused';
  return (
    <div className={classes.place} data-playback={state}>
      {isPlayed ? (
        <FeedPicture
          feed={feed}
          cropped={cropped}
          holds
          thin={thin}
          slate={<GreetingPoster playback={playback} />}
        />
      ) : state === 'standby' ? (
        <GreetingPoster playback={playback} />
      ) : (
        <GreetingSlate playback={playback} />
      )}
      {isPlayed && subtitles && <GreetingSubtitles playback={playback} />}
    </div>
  );
}
