import type { LiveEventDto, SessionDto, VenueDto } from '@manyhalls/contracts';
import { eventOf, sessionOf, venueOf } from '../../../factories/event';
import { ask } from '../../../factories/http';
import { invitationOf, invite, register, secretIn, type Person } from '../../../factories/people';
import type { Defer } from '../report';
import { LivePeer } from './live-peer';
import type { Product } from './product';

/** One event with one hall and one session that is live, made as an organiser makes it. */
export class Stage {
  private constructor(
    private readonly product: Product,
    readonly slug: string,
    readonly sessionId: string,
    /** Signed in for the hall. */
    readonly host: Person,
    /** For whoever opens the hall's page: an invitation link that was not used yet. */
    readonly hallSecret: string,
  ) {}

  /** @param homeNode the media node that the hall publishes to */
  static async set(product: Product, homeNode: string, defer: Defer): Promise<Stage> {
    const { organiser } = product;
    const post = <Body>(path: string, body: object) =>
      ask<Body>(product, 'POST', path, { ticket: organiser.ticket, body });
    const { id, slug } = await post<LiveEventDto>('events', eventOf());
    const venue = await post<VenueDto>(`events/${id}/venues`, venueOf(homeNode));
    const session = await post<SessionDto>(`events/${id}/sessions`, sessionOf([venue.id]));
    const host = await invite(product, organiser, id, invitationOf('venue-host', { venueId: venue.id }));
    const spare = await invite(product, organiser, id, invitationOf('show-caller'));
    const caller = await LivePeer.join(product, spare, session.id, defer);
    const { version } = caller.joined.show;
    await caller.ask('session:change-status', { sessionId: session.id, status: 'live', version });
    return new Stage(product, slug, session.id, host, host.secret);
  }

  async joinAsHall(defer: Defer): Promise<LivePeer> {
    return LivePeer.join(this.product, this.host, this.sessionId, defer);
  }

  async joinAsAttendee(defer: Defer): Promise<LivePeer> {
    return LivePeer.join(this.product, await register(this.product, this.slug), this.sessionId, defer);
  }
}
