import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../live/Announcer';
import { useTileName } from '../media/TileName';
import type { Tile } from '../media/tiles';

type Standing = 'onAir' | 'offline' | 'notOnAir';

const standing = ({ feed }: Tile): Standing => (!feed ? 'notOnAir' : feed.online ? 'onAir' : 'offline');

/** Tells those who do not see the strip when a hall comes on air, drops out or leaves. */
export function ProgrammeAnnouncements({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useTranslation('attendee');
  const announce = useAnnounce();
  const name = useTileName();
  const before = useRef<Map<string, Standing> | null>(null);
  useEffect(() => {
    const now = new Map(tiles.map((tile) => [tile.key, standing(tile)]));
    const changed = tiles.filter((tile) => before.current && before.current.get(tile.key) !== standing(tile));
    before.current = now;
    if (changed.length > 0)
      announce(changed.map((tile) => t(`announce.hall.${standing(tile)}`, { hall: name(tile) })).join(' '));
  });
  return null;
}
