import type { GreetingDto } from '@manyhalls/contracts';
import { useEffect, useEffectEvent } from 'react';
import { useLoaded } from '../../api/use-loaded';
import type { LibraryApi } from './library.api';

/** How often the list is read again, in milliseconds: while a file is being worked on, and otherwise. */
const often = 2_000;
const rarely = 8_000;

/** The greetings of an event, as they are now. */
export function useLibrary(eventId: string, api: LibraryApi) {
  const { data: greetings, fault, reload, replace } = useLoaded(eventId, (signal) => api.list(signal));
  const busy = greetings?.some(({ state }) => state === 'uploaded' || state === 'processing') ?? false;
  const tick = useEffectEvent(reload);
  useEffect(() => {
    const timer = setInterval(() => tick(), busy ? often : rarely);
    return () => clearInterval(timer);
  }, [busy]);
  return {
    greetings,
    fault,
    reload,
    /** Shows what the server answered, before the list is read again. */
    put: (greeting: GreetingDto) => {
      replace((greetings ?? []).map((one) => (one.id === greeting.id ? greeting : one)));
      reload();
    },
    /** Shows an order that the server is being asked for. */
    show: replace,
  };
}
