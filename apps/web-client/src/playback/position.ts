import type { GreetingPlaybackDto } from '@manyhalls/contracts';

/**
 * Where in a greeting everybody is, in seconds.
 * @param now the server's time, in milliseconds since 1970
 */
export function positionAt(
  {
    state,
    startedAt,
    positionSeconds,
    lengthSeconds,
  }: Pick<GreetingPlaybackDto, 'state' | 'startedAt' | 'positionSeconds' | 'lengthSeconds'>,
  now: number,
): number {
  if (state !== 'playing' || startedAt === null) return positionSeconds;
  const seconds = positionSeconds + (now - Date.parse(startedAt)) / 1000;
  return Math.min(Math.max(0, seconds), lengthSeconds);
}
