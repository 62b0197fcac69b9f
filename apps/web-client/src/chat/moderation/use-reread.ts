import { useInterval } from '@mantine/hooks';
import { useLoaded, type Loaded } from '../../api/use-loaded';
import type { LiveReply, LiveVerb, LiveRequest } from '../../live/live-socket';
import { useLive, useLiveState } from '../../live/LiveRoom';

/** How often it is looked whether other moderators did something, in milliseconds. */
const rereadMs = 5_000;

/** A list of the server's, read again from time to time while it is looked at. */
export function useReread<Verb extends LiveVerb>(
  verb: Verb,
  request: LiveRequest<Verb>,
): Loaded<LiveReply<Verb>> {
  const live = useLive();
  const joined = useLiveState(({ connection }) => connection === 'joined');
  const loaded = useLoaded(`${verb} ${joined}`, () => live.ask(verb, request));
  useInterval(() => !document.hidden && loaded.reload(), rereadMs, { autoInvoke: true });
  return loaded;
}
