import { Fault } from '@manyhalls/contracts/wire/fault';
import { useTranslation } from 'react-i18next';

/** Whatever was thrown, as something with a code. */
export function asFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('internal', String(error));
}

/** Turns a fault into words in the person's language. */
export function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation('errors');
  return ({ code, details }) => {
    const { sessionStatus } = details ?? {};
    if (typeof sessionStatus === 'string')
      return t(sessionStatus === 'ended' ? 'session-ended' : 'session-not-live');
    return t(code);
  };
}

/** The fields that a `bad-request` or a `conflict` names, such as `slug` or `consent.version`. */
export function faultyFields({ details }: Fault): string[] {
  if (typeof details?.field === 'string') return [details.field];
  const fields = details?.fields;
  return typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
}
