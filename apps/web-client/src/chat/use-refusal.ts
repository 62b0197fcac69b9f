import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { viewerZone, writeClock } from '../i18n/times';
import { writeDuration } from '../live/duration';

/** Why a chat did not take what somebody wrote. */
export function useRefusal(): (fault: Fault) => string {
  const { t } = useTranslation('chat');
  const general = useFaultWords();
  return (fault) => {
    const { reason, mutedUntil, retryAfterMs } = fault.details ?? {};
    if (reason === 'muted' && typeof mutedUntil === 'string')
      return t('notice.muted', { time: writeClock(new Date(mutedUntil), viewerZone()) });
    if (reason === 'paused') return t('notice.paused');
    if (reason === 'links') return t('notice.linksOff');
    if (typeof retryAfterMs === 'number') return t('notice.slow', { time: writeDuration(retryAfterMs) });
    return general(fault);
  };
}
