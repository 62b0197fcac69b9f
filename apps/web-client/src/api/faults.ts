import { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';

/** Whatever was thrown, as something with a code. */
export function asFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('internal', String(error));
}

/** Turns a fault into words in the person's language. */
export function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation('errors');
  return (fault) => t(fault.code);
}

/** The fields a `bad-request` names, if it names any. */
export function faultyFields(fault: Fault): string[] {
  const fields = fault.code === 'bad-request' ? fault.details?.fields : undefined;
  return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [];
}
