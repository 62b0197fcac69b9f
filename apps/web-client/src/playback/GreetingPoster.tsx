import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import classes from './Greeting.module.css';
import { useSessionFile } from './use-session-file';

const makeAddress = async (response: Response) => URL.createObjectURL(await response.blob());
const revoke = (address: string) => URL.revokeObjectURL(address);

/** A picture from the recording: it stands there until the first frame, so that nothing is ever black. */
export function GreetingPoster({ playback }: { playback: Pick<GreetingPlaybackDto, 'posterPath'> }) {
  const address = useSessionFile(playback.posterPath, makeAddress, revoke);
  return address && <img className={classes.poster} src={address} alt="" />;
}
