import { LevelMeter } from './LevelMeter';
import { useOwnLevel } from './use-levels';

/** How loud this device's own microphone is; `undefined`: it gives nothing. */
export function OwnLevelMeter({ track, label }: { track: MediaStreamTrack | undefined; label: string }) {
  return <LevelMeter level={useOwnLevel(track)} label={label} />;
}
