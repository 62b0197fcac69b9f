import { useTranslation } from 'react-i18next';
import { Localized, useLocalize } from '../i18n/Localized';
import type { Tile } from './tiles';

/** What a tile shows when that is not its hall's main picture. */
function extraOf({ key, venue, feed }: Tile): 'slides' | 'clip' | null {
  if (feed?.source === 'slides') return 'slides';
  return feed?.source === 'clip' && key !== venue?.id ? 'clip' : null;
}

/** What a tile is called: the hall's city, and what it shows when that is not its main picture. */
export function TileName({ tile }: { tile: Tile }) {
  const { t } = useTranslation('media');
  const { venue, feed } = tile;
  const extra = extraOf(tile);
  return (
    <>
      {venue ? <Localized text={venue.city} /> : feed?.displayName}
      {extra && ` · ${t(extra)}`}
    </>
  );
}

/** The same as a plain string, for labels. */
export function useTileName(): (tile: Tile) => string {
  const { t } = useTranslation('media');
  const localize = useLocalize();
  return (tile) => {
    const extra = extraOf(tile);
    const name = tile.venue ? localize(tile.venue.city) : tile.feed?.displayName;
    return [name, extra && t(extra)].filter(Boolean).join(' · ');
  };
}
