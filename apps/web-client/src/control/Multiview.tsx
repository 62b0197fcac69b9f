import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivePageContent } from '../live/LivePage';
import { FeedSounds } from '../media/FeedSounds';
import { SoundGate } from '../media/SoundGate';
import { tilesOf } from '../media/tiles';
import { useReceivedLevels } from '../media/use-levels';
import { VolumeControl } from '../media/VolumeControl';
import { Monitor } from './Monitor';
import classes from './Multiview.module.css';
import { tallyOf } from './tally';

/** Every feed there is, green room included, with its tally and its level. */
export function Multiview({ event, session, show }: LivePageContent) {
  const { t } = useTranslation('control');
  const levels = useReceivedLevels();
  /** The one feed listened to instead of the programme. */
  const [solo, setSolo] = useState<string | null>(null);
  const { feeds, programme } = show;
  const heard = feeds.some(({ id }) => id === solo)
    ? feeds.filter(({ id }) => id === solo)
    : feeds.filter(({ id }) => programme.feedIds.includes(id));
  const tiles = tilesOf(
    feeds,
    event.venues.filter(({ id }) => session.venueIds.includes(id)),
  );
  return (
    <section className={classes.multiview} aria-label={t('multiview')}>
      <FeedSounds feeds={heard} metered={feeds} />
      <header className={classes.head}>
        <h2>{t('multiview')}</h2>
        <VolumeControl />
      </header>
      <div className={classes.monitors}>
        <SoundGate />
        {tiles.map((tile) => (
          <Monitor
            key={tile.key}
            tile={tile}
            tally={tallyOf(tile.feed, show)}
            levels={levels}
            solo={tile.feed !== undefined && tile.feed.id === solo}
            onSolo={(on) => setSolo(on && tile.feed ? tile.feed.id : null)}
          />
        ))}
      </div>
    </section>
  );
}
