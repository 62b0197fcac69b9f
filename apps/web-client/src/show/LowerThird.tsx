import type { ShowStateDto } from '@manyhalls/contracts';
import classes from './LowerThird.module.css';
import { SpeakerNames } from './SpeakerNames';
import { useLowerThird } from './use-lower-third';

/** Who speaks, over the picture, as broadcasts do it: for a while after each cue. */
export function LowerThird({ show }: { show: ShowStateDto }) {
  const speakers = useLowerThird(show);
  // The question on stage has the same place, and is there to be read now.
  if (speakers.length === 0 || show.onStage) return null;
  return (
    <div className={classes.place}>
      <div className={classes.frame}>
        {/* A line below the picture says the same for as long as the cue lasts, and is read out. */}
        <div className={classes.third} aria-hidden data-lower-third>
          <SpeakerNames speakers={speakers} />
        </div>
      </div>
    </div>
  );
}
