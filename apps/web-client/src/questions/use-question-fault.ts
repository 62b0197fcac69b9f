import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { viewerZone, writeClock } from '../i18n/times';

/** Why a question was not taken, with the time to wait where the server names one. */
export function useQuestionFault(): (fault: Fault) => string {
  const { t } = useTranslation('questions');
  const general = useFaultWords();
  return (fault) => {
    const { retryAfterMs, mutedUntil } = fault.details ?? {};
    if (fault.code === 'too-many-requests' && typeof retryAfterMs === 'number')
      return t('fault.wait', { count: Math.ceil(retryAfterMs / 1_000) });
    if (fault.code === 'forbidden' && typeof mutedUntil === 'string')
      return t('fault.muted', { time: writeClock(new Date(mutedUntil), viewerZone()) });
    if (fault.code === 'conflict' && fault.details?.moderatorsSeeAuthor) return t('fault.told');
    return general(fault);
  };
}
