import type { GreetingPlaybackDto } from '@manyhalls/contracts';
import { IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { writeClock } from '../i18n/times';
import { useServerNow } from '../live/use-server-now';
import { FeedPicture } from '../media/FeedPicture';
import { HallSlate } from '../media/HallSlate';
import { TileName } from '../media/TileName';
import type { Tile } from '../media/tiles';
import { GreetingPicture } from '../playback/GreetingPicture';
import classes from './ProgrammeTile.module.css';

/** One picture of the programme with the name of what it shows. */
export function ProgrammeTile({ tile, playback }: { tile: Tile; playback: GreetingPlaybackDto | null }) {
  const { t } = useTranslation('media');
  const now = useServerNow();
  const silent = tile.feed?.tracks.some(({ kind, muted }) => kind === 'audio' && muted);
  if (playback && playback.feedId === tile.feed?.id)
    return <GreetingPicture playback={playback} feed={tile.feed} />;
  return (
    <div className={classes.tile}>
      <FeedPicture feed={tile.feed} slate={<HallSlate tile={tile} />} />
      <p className={classes.caption}>
        <TileName tile={tile} />
        {tile.venue && (
          <time className={classes.clock}>{writeClock(new Date(now), tile.venue.timeZone)}</time>
        )}
        {silent && <IconMicrophoneOff size="1em" role="img" aria-label={t('microphoneOff')} />}
      </p>
    </div>
  );
}
