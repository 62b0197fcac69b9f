import type { GreetingDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../api/faults';

/** The greeting as it is now, where a refusal tells. */
export function presentGreeting({ code, details }: Fault): GreetingDto | null {
  return code === 'conflict' && details?.greeting ? (details.greeting as GreetingDto) : null;
}

/** Why something could not be done; who changed it, where somebody was quicker. */
export function useLibraryWords(): (fault: Fault) => string {
  const { t } = useTranslation('greetings');
  const general = useFaultWords();
  return (fault) => {
    if (fault.code !== 'conflict') return general(fault);
    if (fault.details?.onProgramme) return t('library.onProgramme');
    const name = presentGreeting(fault)?.changedBy;
    return name ? t('library.changed', { name }) : t('library.changedSomehow');
  };
}
