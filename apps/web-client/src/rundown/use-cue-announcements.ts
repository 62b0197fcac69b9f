import { useTranslation } from 'react-i18next';
import { useAnnouncedChange } from '../live/Announcer';
import { useCueName } from './cue-name';
import { presentTake } from './rundown-state';
import { useRundown } from './RundownRoom';

/** Tells those who do not see the rundown what is on programme and what comes next, in one sentence after the other. */
export function useCueAnnouncements(): void {
  const { t } = useTranslation('rundown');
  const { state } = useRundown();
  const nameOf = useCueName(state.cues);
  const take = presentTake(state);
  const present = nameOf(take?.cueId);
  const next = nameOf(state.standbyCueId);
  const sentences = [
    present && t('announce.current', { ...present }),
    take?.heldSince && t('held'),
    next && t('announce.standby', { ...next }),
  ];
  useAnnouncedChange(state.loaded ? sentences.filter(Boolean).join(' ') : null);
}
