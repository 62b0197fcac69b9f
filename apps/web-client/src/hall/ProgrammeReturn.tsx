import { Alert } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivePageContent } from '../live/LivePage';
import { FeedLevelMeter } from '../media/FeedLevelMeter';
import { FeedPicture } from '../media/FeedPicture';
import { FeedSounds } from '../media/FeedSounds';
import { HallSlate } from '../media/HallSlate';
import { setMuted } from '../media/sound';
import { SoundGate } from '../media/SoundGate';
import { TileName, useTileName } from '../media/TileName';
import { tilesOf } from '../media/tiles';
import { TileState } from '../media/TileState';
import { useReceivedLevels } from '../media/use-levels';
import { VolumeControl } from '../media/VolumeControl';
import { useProjectorPlays } from '../projector/sound-here';
import { HallStageQuestion } from '../questions/HallStageQuestion';
import classes from './ProgrammeReturn.module.css';

/** What a hall is sent back: the other halls that are on air, never its own sound (mix-minus). */
export function ProgrammeReturn({
  event,
  session,
  show,
  venueId,
  quiet,
}: Omit<LivePageContent, 'signIn'> & {
  venueId: string | null;
  /** Another device of this hall has its microphone open: what is played here would be heard there. */
  quiet: boolean;
}) {
  const { t } = useTranslation('hall');
  const name = useTileName();
  const levels = useReceivedLevels();
  const feeds = useMemo(
    () => show.feeds.filter((feed) => feed.state === 'on-air' && feed.venueId !== venueId),
    [show.feeds, venueId],
  );
  const tiles = useMemo(
    () =>
      tilesOf(
        feeds,
        event.venues.filter(({ id }) => session.venueIds.includes(id) && id !== venueId),
      ),
    [feeds, event.venues, session.venueIds, venueId],
  );
  const projected = useProjectorPlays(session.id);
  const silent = quiet || projected;
  useEffect(() => {
    if (!silent) return;
    setMuted(true);
    return () => setMuted(false);
  }, [silent]);
  return (
    <section className={classes.back} aria-label={t('return.title')}>
      <header className={classes.head}>
        <h2>{t('return.title')}</h2>
        <VolumeControl />
      </header>
      {quiet && <Alert color="brass">{t('return.quiet')}</Alert>}
      {projected && <Alert color="brass">{t('cue.playsThere')}</Alert>}
      <FeedSounds feeds={feeds} />
      <HallStageQuestion question={show.onStage} venues={event.venues} />
      <div className={classes.tiles}>
        <SoundGate />
        {tiles.map((tile) => (
          <article
            key={tile.key}
            className={classes.tile}
            data-slate={!tile.feed || undefined}
            aria-label={name(tile)}
          >
            <div className={classes.picture}>
              <FeedPicture feed={tile.feed} slate={<HallSlate tile={tile} />} />
            </div>
            <p className={classes.caption}>
              <span className={classes.name}>
                <TileName tile={tile} />
              </span>
              <TileState feed={tile.feed} />
            </p>
            <FeedLevelMeter
              feedId={tile.feed?.id}
              levels={levels}
              label={t('return.level', { hall: name(tile) })}
            />
          </article>
        ))}
      </div>
    </section>
  );
}
