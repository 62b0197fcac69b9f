import type { InvitedRole, RegistrationDto } from '@manyhalls/contracts';
import { makeEvent, type SampleEvent } from './event';
import { connectLive, type LiveClient } from './live';
import { invitationOf, invite, register, type InvitedPerson, type Person } from './people';
import type { TestServer } from './server';

/** An event, and people who come to it over the live wire. Nobody has joined yet. */
export class LiveStage {
  private readonly clients: LiveClient[] = [];

  private constructor(
    readonly server: TestServer,
    readonly sample: SampleEvent,
  ) {}

  static async make(server: TestServer): Promise<LiveStage> {
    return new LiveStage(server, await makeEvent(server));
  }

  get sessionId(): string {
    return this.sample.session.id;
  }

  /** @param hall 0 Jinan, 1 Tokyo, 2 Osaka */
  venueId(hall: number): string {
    const venue = this.sample.venues[hall];
    if (!venue) throw new Error(`there is no hall ${hall}`);
    return venue.id;
  }

  invite(role: InvitedRole, venueId?: string): Promise<InvitedPerson> {
    const { organiser, event } = this.sample;
    return invite(this.server, organiser, event.id, invitationOf(role, venueId ? { venueId } : {}));
  }

  register(more: Partial<RegistrationDto> = {}): Promise<Person> {
    return register(this.server, this.sample.event.slug, more);
  }

  async connect({ ticket }: Pick<Person, 'ticket'>): Promise<LiveClient> {
    const client = await connectLive(this.server, ticket);
    this.clients.push(client);
    return client;
  }

  async attendee(): Promise<LiveClient> {
    return this.connect(await this.register());
  }

  async crew(role: Exclude<InvitedRole, 'venue-host'>): Promise<LiveClient> {
    return this.connect(await this.invite(role));
  }

  async host(hall: number): Promise<LiveClient> {
    return this.connect(await this.invite('venue-host', this.venueId(hall)));
  }

  /** Moves the session on, as its show caller would. */
  async change(status: 'rehearsing' | 'live' | 'ended'): Promise<void> {
    const caller = await this.crew('show-caller');
    const { show } = await caller.ask('session:join', { sessionId: this.sessionId });
    await caller.ask('session:change-status', { sessionId: this.sessionId, status, version: show.version });
    caller.close();
  }

  closeAll(): void {
    for (const client of this.clients) client.close();
  }
}
