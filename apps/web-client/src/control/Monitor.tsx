import { Button } from '@mantine/core';
import { IconHeadphones, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault, useFaultWords } from '../api/faults';
import { useLive } from '../live/LiveRoom';
import { FeedLevelMeter } from '../media/FeedLevelMeter';
import { FeedPicture } from '../media/FeedPicture';
import { HallSlate } from '../media/HallSlate';
import type { LevelsStore } from '../media/levels';
import { TileName, useTileName } from '../media/TileName';
import type { Tile } from '../media/tiles';
import { TileState } from '../media/TileState';
import { FeedHealth } from './FeedHealth';
import classes from './Monitor.module.css';
import type { Tally } from './tally';

/** One picture of the multiview: what it is, whether the audience has it, how loud it is. */
export function Monitor({
  tile,
  tally,
  levels,
  solo,
  onSolo,
}: {
  tile: Tile;
  tally: Tally;
  levels: LevelsStore;
  solo: boolean;
  onSolo: (on: boolean) => void;
}) {
  const { t } = useTranslation('control');
  const { t: tMedia } = useTranslation('media');
  const name = useTileName()(tile);
  const { feed } = tile;
  const silent = feed?.tracks.some(({ kind, muted }) => kind === 'audio' && muted);
  return (
    <article className={classes.monitor} data-tally={tally} aria-label={name}>
      <header className={classes.head}>
        <h3 className={classes.name}>
          <TileName tile={tile} />
        </h3>
        <span className={classes.tally}>{t(`tally.${tally}`)}</span>
        <TileState feed={feed} />
      </header>
      <div className={classes.screen}>
        <FeedPicture feed={feed} slate={<HallSlate tile={tile} />} />
        <div className={classes.level}>
          <FeedLevelMeter upright feedId={feed?.id} levels={levels} label={t('level', { hall: name })} />
        </div>
      </div>
      <footer className={classes.foot}>
        {feed && (
          <Button
            size="compact-sm"
            variant={solo ? 'filled' : 'subtle'}
            color={solo ? 'brass.3' : 'gray'}
            aria-pressed={solo}
            aria-label={`${t('solo')}: ${name}`}
            leftSection={<IconHeadphones size={16} aria-hidden />}
            onClick={() => onSolo(!solo)}
          >
            {t('solo')}
          </Button>
        )}
        <FeedHealth feedId={feed?.id} />
        {silent && <span>{tMedia('microphoneOff')}</span>}
        {/* A remote speaker leaves the air with the turn. */}
        {feed?.state === 'on-air' && feed.venueId !== null && <TakeOffAir feedId={feed.id} hall={name} />}
      </footer>
    </article>
  );
}

/** Pressed twice, so that nobody is taken off the air by a slip. */
function TakeOffAir({ feedId, hall }: { feedId: string; hall: string }) {
  const { t } = useTranslation('control');
  const words = useFaultWords();
  const live = useLive();
  const [armed, setArmed] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const take = () => {
    setArmed(false);
    live.ask('feed:leave-air', { feedId }).catch((error: unknown) => setFault(asFault(error)));
  };
  return (
    <span className={classes.take}>
      {fault && <span role="alert">{words(fault)}</span>}
      <Button
        size="compact-sm"
        variant={armed ? 'filled' : 'outline'}
        color={armed ? 'red.6' : 'red'}
        aria-label={`${t(armed ? 'takeOffAirSure' : 'takeOffAir')}: ${hall}`}
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        onClick={armed ? take : () => setArmed(true)}
        onBlur={() => setArmed(false)}
      >
        {t(armed ? 'takeOffAirSure' : 'takeOffAir')}
      </Button>
    </span>
  );
}
