import { useTranslation } from 'react-i18next';
import { Localized, useLocalize } from '../i18n/Localized';
import type { Tile } from './tiles';

/** What a tile is called: the hall's city, and what it shows when that is not its main picture. */
export function TileName({ tile: { venue, feed } }: { tile: Tile }) {
  const { t } = useTranslation('media');
  const what = feed?.source === 'slides' ? t('slides') : null;
  if (!venue) return <>{[feed?.displayName, what].filter(Boolean).join(' · ')}</>;
  return (
    <>
      <Localized text={venue.city} />
      {what && ` · ${what}`}
    </>
  );
}

/** The same as a plain string, for labels. */
export function useTileName(): (tile: Tile) => string {
  const { t } = useTranslation('media');
  const localize = useLocalize();
  return ({ venue, feed }) =>
    [venue ? localize(venue.city) : feed?.displayName, feed?.source === 'slides' && t('slides')]
      .filter(Boolean)
      .join(' · ');
}
