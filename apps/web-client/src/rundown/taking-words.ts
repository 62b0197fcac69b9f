import type { CueDto, TakeDto } from '@manyhalls/contracts';
import type { Unplayable } from '@manyhalls/contracts/greetings/playback.dto';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { useCueName } from './cue-name';

/** What a conflict over a take tells; see `takeConflict` and `cueConflict` of the server. */
interface TakingConflict {
  take?: TakeDto | null;
  cue?: CueDto;
  /** The cue is. */
  onProgramme?: boolean;
  sessionStatus?: string;
  /** Why a greeting cannot be played. */
  unplayable?: Unplayable;
}

/** Why a cue was not taken, in words that name who was first. */
export function useTakingWords(cues: readonly CueDto[]): (fault: Fault) => string {
  const { t } = useTranslation('rundown');
  const nameOf = useCueName(cues);
  const general = useFaultWords();
  return (fault) => {
    if (fault.code !== 'conflict') return general(fault);
    const { take, cue, onProgramme, sessionStatus, unplayable } = (fault.details ?? {}) as TakingConflict;
    if (sessionStatus) return t('bar.notRunning');
    if (unplayable) return t(`trouble.unplayable.${unplayable}`);
    if (onProgramme) return t('trouble.onProgramme');
    if (cue) return t(cue.skipped ? 'trouble.skipped' : 'trouble.changed', { name: cue.changedBy });
    const taken = nameOf(take?.cueId);
    if (!take || !taken) return t('trouble.ended');
    return t('trouble.first', { name: take.takenBy, number: taken.number });
  };
}
