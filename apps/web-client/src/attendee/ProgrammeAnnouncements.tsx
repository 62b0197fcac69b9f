import type { ShownCueDto } from '@manyhalls/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../i18n/Localized';
import { useAnnounce, useAnnouncedChange } from '../live/Announcer';
import { useTileName } from '../media/TileName';
import type { Tile } from '../media/tiles';

type Standing = 'onAir' | 'offline' | 'notOnAir';

const standing = ({ feed }: Tile): Standing => (!feed ? 'notOnAir' : feed.online ? 'onAir' : 'offline');

/** Tells those who do not see the stage what is on programme, and when a hall comes on air, drops out or leaves. */
export function ProgrammeAnnouncements({
  tiles,
  cue,
  all,
}: {
  tiles: readonly Tile[];
  cue: ShownCueDto | null;
  /** Every hall that is on air is on programme. A hall that a cue does not show may be on air all the same. */
  all: boolean;
}) {
  const { t } = useTranslation('attendee');
  const announce = useAnnounce();
  const localize = useLocalize();
  const name = useTileName();
  const before = useRef<{ all: boolean; standings: Map<string, Standing> } | null>(null);
  useEffect(() => {
    const known = before.current;
    const standings = new Map(tiles.map((tile) => [tile.key, standing(tile)]));
    before.current = { all, standings };
    const changed = tiles.filter((tile) => {
      const [was, is] = [known?.standings.get(tile.key), standing(tile)];
      const isShown = (one: Standing | undefined) => one === 'onAir' || one === 'offline';
      return known && was !== is && ((known.all && all) || (isShown(was) && isShown(is)));
    });
    if (changed.length > 0)
      announce(changed.map((tile) => t(`announce.hall.${standing(tile)}`, { hall: name(tile) })).join(' '));
  });
  useAnnouncedChange(cue && [cue.title, ...cue.speakers.map((one) => one.name)].map(localize).join(' · '));
  return null;
}
