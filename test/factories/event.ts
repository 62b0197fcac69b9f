import { randomBytes } from 'node:crypto';
import type {
  CreateLiveEventDto,
  CreateSessionDto,
  CreateVenueDto,
  LiveEventDto,
  SessionDto,
  VenueDto,
} from '@manyhalls/contracts';
import { ask } from './http';
import { installationOrganiser, type Person } from './people';
import type { TestServer } from './server';

/** Today and tomorrow, so that the event is neither over nor far off. */
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

export function eventOf(more: Partial<CreateLiveEventDto> = {}): CreateLiveEventDto {
  return {
    slug: `seminar-${randomBytes(4).toString('hex')}`,
    title: { zh: '研讨会', ja: 'セミナー', ko: '세미나', en: 'Seminar' },
    languages: ['zh', 'ja', 'ko', 'en'],
    firstDay: day(0),
    lastDay: day(1),
    consent: { version: '2020-1', text: { en: 'We keep your name until the event is over.' } },
    ...more,
  };
}

export function venueOf(key: string, more: Partial<CreateVenueDto> = {}): CreateVenueDto {
  return { key, city: { en: key }, name: { en: 'Hall' }, country: 'JP', timeZone: 'Asia/Tokyo', ...more };
}

export function sessionOf(venueIds: string[], more: Partial<CreateSessionDto> = {}): CreateSessionDto {
  return {
    title: { en: 'Opening' },
    kind: 'plenary',
    startsAt: `${day(0)}T10:00:00+08:00`,
    endsAt: `${day(0)}T12:00:00+08:00`,
    venueIds,
    ...more,
  };
}

export interface SampleEvent {
  organiser: Person;
  event: LiveEventDto;
  /** Jinan, Tokyo, Osaka, in this order. */
  venues: VenueDto[];
  /** With all three halls, scheduled. */
  session: SessionDto;
}

/** An event with three halls and one session, made from nothing as its organiser would. */
export async function makeEvent(server: TestServer): Promise<SampleEvent> {
  const organiser = await installationOrganiser(server);
  const { ticket } = organiser;
  const post = <Body>(path: string, body: object) => ask<Body>(server, 'POST', path, { ticket, body });
  const { id } = await post<LiveEventDto>('events', eventOf());
  const venues: VenueDto[] = [];
  for (const [key, country, timeZone] of [
    ['jinan', 'CN', 'Asia/Shanghai'],
    ['tokyo', 'JP', 'Asia/Tokyo'],
    ['osaka', 'JP', 'Asia/Tokyo'],
  ] as const)
    venues.push(await post<VenueDto>(`events/${id}/venues`, venueOf(key, { country, timeZone })));
  const session = await post<SessionDto>(`events/${id}/sessions`, sessionOf(venues.map((venue) => venue.id)));
  return {
    organiser,
    event: await ask<LiveEventDto>(server, 'GET', `events/${id}`, { ticket }),
    venues,
    session,
  };
}
