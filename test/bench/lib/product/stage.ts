import type { BrowserContext, Page } from 'playwright-core';
import type {
  InvitationLinkDto,
  InvitedRole,
  LiveEventDto,
  SessionDto,
  VenueDto,
} from '@manyhalls/contracts';
import { eventOf, sessionOf, venueOf } from '../../../factories/event';
import { ask } from '../../../factories/http';
import { invitationOf, redeem, register, secretIn, type Person } from '../../../factories/people';
import type { Defer } from '../report';
import { LivePeer } from './live-peer';
import type { Product } from './product';

/** One event with its halls and one session that is live, made as an organiser makes it. */
export class Stage {
  /** Whoever made the session live. */
  caller!: LivePeer;

  private constructor(
    private readonly product: Product,
    readonly event: LiveEventDto,
    /** In the order of their home nodes. */
    readonly venueIds: string[],
    readonly sessionId: string,
  ) {}

  /** @param homeNodes the media nodes that halls publish to: one hall for each */
  static async set(product: Product, homeNodes: string | string[], defer: Defer): Promise<Stage> {
    const { ticket } = product.organiser;
    const post = <Body>(path: string, body: object) => ask<Body>(product, 'POST', path, { ticket, body });
    const event = await post<LiveEventDto>('events', eventOf());
    const venueIds: string[] = [];
    for (const homeNode of [homeNodes].flat())
      venueIds.push((await post<VenueDto>(`events/${event.id}/venues`, venueOf(homeNode))).id);
    return Stage.setSession(product, event, venueIds, defer);
  }

  private static async setSession(
    product: Product,
    event: LiveEventDto,
    venueIds: string[],
    defer: Defer,
  ): Promise<Stage> {
    const path = `events/${event.id}/sessions`;
    const { ticket } = product.organiser;
    const { id } = await ask<SessionDto>(product, 'POST', path, { ticket, body: sessionOf(venueIds) });
    const stage = new Stage(product, event, venueIds, id);
    stage.caller = await stage.joinAs('show-caller', defer);
    const { version } = stage.caller.joined.show;
    await stage.caller.ask('session:change-status', { sessionId: id, status: 'live', version });
    return stage;
  }

  /** One more session of the same event, live. */
  another(defer: Defer): Promise<Stage> {
    return Stage.setSession(this.product, this.event, this.venueIds, defer);
  }

  /** The address of the event's own page. */
  get address(): string {
    return `${this.product.url}/events/${this.event.slug}`;
  }

  async joinAs(role: InvitedRole, defer: Defer): Promise<LivePeer> {
    return this.join(await this.newCrew(role), defer);
  }

  async joinAsAttendee(defer: Defer): Promise<LivePeer> {
    return this.join(await this.newAttendee(), defer);
  }

  /** One more device of this person. */
  join(person: Person, defer: Defer): Promise<LivePeer> {
    return LivePeer.join(this.product, person, this.sessionId, defer);
  }

  /** Invited, but not joined yet. */
  async newCrew(role: InvitedRole): Promise<Person> {
    return redeem(this.product, secretIn(await this.invite(role)));
  }

  /** Registered, but not joined yet. */
  newAttendee(): Promise<Person> {
    return register(this.product, this.event.slug);
  }

  /** Puts a hall on air from a browser, with whatever camera that has. */
  async openHall(page: Page, venueId = this.venueIds[0]): Promise<void> {
    await page.goto(await this.invite('venue-host', venueId));
    for (const button of [
      'Accept the invitation',
      'Turn on camera and microphone',
      'Enter the green room',
      'Go on air',
    ]) {
      await page.getByRole('button', { name: button }).click();
    }
    await page.getByRole('button', { name: 'Leave the air' }).waitFor();
  }

  /** Registers an attendee in a browser, which leads into the session. */
  async registerIn(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${this.address}/register`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Attendee');
    await page.getByLabel('Institution or company').fill('University');
    await page.getByRole('combobox', { name: 'Country or region' }).fill('Japan');
    await page.getByRole('option', { name: 'Japan' }).click();
    await page.getByLabel('I have read this and agree').check();
    await page.getByRole('button', { name: 'Register and join' }).click();
    await page.waitForURL('**/sessions/*');
    return page;
  }

  private async invite(role: InvitedRole, venueId = this.venueIds[0]): Promise<string> {
    const { ticket } = this.product.organiser;
    const { id } = this.event;
    const body = invitationOf(role, role === 'venue-host' ? { venueId } : {});
    const path = `events/${id}/invitations`;
    return (await ask<InvitationLinkDto>(this.product, 'POST', path, { ticket, body })).link;
  }
}
