import type { OfficeGreetingDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../api/faults';
import { useLanguage } from '../../i18n/language';
import { writeBytes } from '../amounts';

/** Why an upload ended, in words that say what to do. */
export function useUploadWords({ largestFile }: OfficeGreetingDto): (fault: Fault | null) => string {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const general = useFaultWords();
  return (fault) => {
    if (!fault) return '';
    if (fault.details?.field === 'size')
      return t('office.large', { size: writeBytes(largestFile, language) });
    if (fault.details?.field === 'room') return t('office.noRoom');
    if (fault.details?.field === 'empty') return t('office.empty');
    if (fault.details?.field === 'name') return t('office.name');
    if (fault.code === 'conflict') return t(fault.details?.state ? 'office.closed' : 'office.elsewhere');
    if (fault.code === 'revoked' || fault.code === 'not-signed-in') return t('office.revoked');
    return general(fault);
  };
}
