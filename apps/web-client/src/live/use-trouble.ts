import { useDebouncedValue } from '@mantine/hooks';
import { useStore } from 'zustand';
import { useMedia } from '../media/MediaRoom';
import { useLiveState } from './LiveRoom';

/** A blink of the connection is not worth words, in milliseconds. */
const blinkMs = 1_200;

/** Whether the connection, or only picture and sound, are gone and coming back by themselves. */
export function useTrouble(): 'connection.lost' | 'connection.media' | null {
  const connection = useLiveState((state) => state.connection);
  const media = useStore(useMedia().link.store, ({ state }) => state);
  // On the page before a session there is nothing to miss.
  const missed = useLiveState(
    ({ show }) => media === 'interrupted' && show !== null && show.feeds.length > 0,
  );
  const trouble = connection === 'reconnecting' ? 'connection.lost' : missed ? 'connection.media' : null;
  const [lasting] = useDebouncedValue(trouble, blinkMs);
  return lasting ? trouble : null;
}
