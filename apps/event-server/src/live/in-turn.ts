import type { LiveSocket } from './live-socket';

const lastOf = new WeakMap<LiveSocket, Promise<unknown>>();

/** Does one thing after another for a socket: joining, leaving and being cut must not overtake each other. */
export function inTurn<Result>(socket: LiveSocket, work: () => Promise<Result>): Promise<Result> {
  const result = (lastOf.get(socket) ?? Promise.resolve()).then(work);
  lastOf.set(
    socket,
    result.catch(() => {}),
  );
  return result;
}
