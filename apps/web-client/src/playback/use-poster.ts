import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { SessionFiles } from './session-files';
import { useSessionFile } from './use-session-file';

const posters = new SessionFiles<HTMLImageElement>(
  async (response) => {
    const picture = new Image();
    picture.src = URL.createObjectURL(await response.blob());
    await picture.decode();
    return picture;
  },
  ({ src }) => URL.revokeObjectURL(src),
);

/** The poster of a greeting, ready to be painted. Whoever uses it while the greeting is on standby has it at GO. */
export function usePoster(playback: Pick<GreetingPlaybackDto, 'posterPath'> | null): HTMLImageElement | null {
  return useSessionFile(posters, playback?.posterPath ?? null);
}
