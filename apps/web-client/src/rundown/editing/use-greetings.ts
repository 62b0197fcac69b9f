import type { GreetingDto } from '@manyhalls/contracts';
import { useLoaded } from '../../api/use-loaded';
import { useLive } from '../../live/LiveRoom';

/** The recorded greetings of this event; `null` until they are known. */
export function useGreetings(): GreetingDto[] | null {
  const live = useLive();
  return useLoaded('greetings', () => live.ask('greeting:list', {})).data;
}
