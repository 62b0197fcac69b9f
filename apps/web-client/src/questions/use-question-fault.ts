import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';

/** Why a question was not taken, with the time to wait where the server names one. */
export function useQuestionFault(): (fault: Fault) => string {
  const { t } = useTranslation('questions');
  const general = useFaultWords();
  return (fault) => {
    const wait = fault.details?.retryAfterMs;
    if (fault.code !== 'too-many-requests' || typeof wait !== 'number') return general(fault);
    return t('fault.wait', { count: Math.ceil(wait / 1_000) });
  };
}
