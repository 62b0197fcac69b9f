import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { viewerZone, writeClock } from '../i18n/times';

/** Why asking to speak or speaking was refused, with the time to wait where the server names one. */
export function useHandFault(): (fault: Fault) => string {
  const { t } = useTranslation('hands');
  const general = useFaultWords();
  return (fault) => {
    const { mutedUntil } = fault.details ?? {};
    if (fault.code === 'forbidden' && typeof mutedUntil === 'string')
      return t('fault.muted', { time: writeClock(new Date(mutedUntil), viewerZone()) });
    return general(fault);
  };
}
