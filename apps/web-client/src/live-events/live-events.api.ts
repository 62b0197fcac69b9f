import type { LiveEventDto, LiveEventSummaryDto } from '@manyhalls/contracts';
import { http } from '../api/http';

export const listEvents = (signal: AbortSignal) =>
  http<LiveEventSummaryDto[]>('GET', 'public/events', { signal });

export const readEvent = (slug: string, signal?: AbortSignal) =>
  http<LiveEventDto>('GET', `public/events/${encodeURIComponent(slug)}`, signal && { signal });
