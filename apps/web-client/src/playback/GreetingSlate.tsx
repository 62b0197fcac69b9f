import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { Localized } from '../i18n/Localized';
import classes from './Greeting.module.css';
import { GreetingPoster } from './GreetingPoster';

/** What stands in for a greeting that is not to be seen: the portrait, and who speaks. */
export function GreetingSlate({
  playback,
}: {
  playback: Pick<GreetingPlaybackDto, 'posterPath' | 'speaker'>;
}) {
  const { name, title, institution } = playback.speaker;
  return (
    <div className={classes.slate} data-greeting-slate>
      {playback.posterPath && (
        <div className={classes.portrait}>
          <GreetingPoster playback={playback} />
        </div>
      )}
      <div className={classes.words}>
        <Localized as="p" className={classes.name} text={name} />
        {title && <Localized as="p" text={title} />}
        {institution && <Localized as="p" text={institution} />}
      </div>
    </div>
  );
}
