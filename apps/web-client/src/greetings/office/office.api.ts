import type { OfficeGreetingDto } from '@manyhalls/contracts';
import { http } from '../../api/http';

/** Exchanges the link's secret for a cookie; using it changes nothing else, so it can be opened as often as wanted. */
export const openLink = (secret: string, signal: AbortSignal) =>
  http<OfficeGreetingDto>('POST', 'greetings/open', { body: { secret }, signal });

export const readGreeting = (id: string, signal: AbortSignal) =>
  http<OfficeGreetingDto>('GET', `greetings/${id}`, { signal });
