import { useDebouncedValue } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMedia } from '../media/MediaRoom';
import classes from './ConnectionBanner.module.css';
import { useLiveState } from './LiveRoom';

/** A blink of the connection is not worth words, in milliseconds. */
const blinkMs = 1_200;

/** Says that the connection, or only picture and sound, are gone and coming back by themselves. */
export function ConnectionBanner() {
  const { t } = useTranslation('live');
  const connection = useLiveState((state) => state.connection);
  const media = useStore(useMedia().link.store, ({ state }) => state);
  // On the page before a session there is nothing to miss.
  const missed = useLiveState(
    ({ show }) => media === 'interrupted' && show !== null && show.feeds.length > 0,
  );
  const trouble = connection === 'reconnecting' ? 'connection.lost' : missed ? 'connection.media' : null;
  const [lasting] = useDebouncedValue(trouble, blinkMs);
  return (
    // The region is there before it is filled, so that it is read out.
    <div role="status">
      {trouble && lasting && (
        <p className={classes.banner}>
          <IconPlugConnectedX size={18} aria-hidden />
          {t(trouble)}
        </p>
      )}
    </div>
  );
}
