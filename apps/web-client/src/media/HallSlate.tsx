import { languageTags, languages } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { useLocalize } from '../i18n/Localized';
import { writeClock } from '../i18n/times';
import { useServerNow } from '../live/use-server-now';
import classes from './HallSlate.module.css';
import { TileName } from './TileName';
import type { Tile } from './tiles';

/** What stands in for a hall's picture: the city, its clock, and why there is no picture. */
export function HallSlate({ tile }: { tile: Tile }) {
  const { venue } = tile;
  const { t } = useTranslation('media');
  const now = useServerNow();
  return (
    <div className={classes.slate}>
      <p className={classes.city}>
        <TileName tile={tile} />
      </p>
      <p className={classes.more}>
        {venue && <OtherNames city={venue.city} />}
        {venue && <time>{writeClock(new Date(now), venue.timeZone)}</time>}
      </p>
      <p className={classes.why}>{t(whyNoPicture(tile))}</p>
    </div>
  );
}

function whyNoPicture({ feed }: Tile) {
  if (!feed) return 'slate.notOnAir';
  if (!feed.online) return 'slate.offline';
  const picture = feed.tracks.find(({ kind }) => kind === 'video');
  if (!picture) return 'slate.soundOnly';
  return picture.muted ? 'slate.pictureOff' : 'slate.coming';
}

/** The city as the other hall's people write it, where it differs: everybody finds theirs. */
function OtherNames({ city }: { city: NonNullable<Tile['venue']>['city'] }) {
  const reader = useLanguage();
  const own = useLocalize()(city);
  const seen = new Set([own]);
  return languages
    .filter((language) => language !== reader)
    .map((language) => {
      const name = city[language];
      if (!name || seen.has(name)) return null;
      seen.add(name);
      return (
        <span key={language} lang={languageTags[language]}>
          {name}
        </span>
      );
    });
}
