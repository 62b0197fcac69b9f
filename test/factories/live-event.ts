import type { InvitedRole, RegistrationDto } from '@manyhalls/contracts';
import { makeEvent, type SampleEvent } from './event';
import { connectLive, type LiveClient } from './live';
import { InvitationsService } from '../../apps/event-server/src/invitations/invitations.service';
import { TicketService } from '../../apps/event-server/src/sign-in/ticket.service';
import { RedemptionService } from '../../apps/event-server/src/invitations/redemption.service';
import { invitationOf, register, secretIn, type Person } from './people';
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

  /** Past HTTP, where one address may redeem no more than a hall needs. */
  async invite(role: InvitedRole, venueId?: string): Promise<Pick<Person, 'ticket' | 'participantId'>> {
    const dto = invitationOf(role, venueId ? { venueId } : {});
    const { link } = await this.server.get(InvitationsService).invite(this.sample.event.id, dto);
    const { id: signInId, participant } = await this.server.get(RedemptionService).redeem(secretIn(link));
    const { id: participantId } = participant;
    const { token } = await this.server.get(TicketService).issue({ ...participant, signInId, participantId });
    return { ticket: token, participantId };
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

  /** Somebody of the above, in the session. */
  async joined(connecting: Promise<LiveClient>): Promise<LiveClient> {
    const client = await connecting;
    await client.ask('session:join', { sessionId: this.sessionId });
    return client;
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
