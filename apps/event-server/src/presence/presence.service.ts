import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { PresenceCountsDto, PresentPersonDto } from '@manyhalls/contracts';
import { LiveSockets } from '../live/live-sockets.service';
import { PacedNews } from '../live/paced-news';
import { rooms } from '../live/rooms';
import { ParticipantsService } from '../participants/participants.service';
import { PeerCounts } from '../peers/peer-counts.service';
import { PeersService } from '../peers/peers.service';
import { inBackground } from '../wire/in-background';

/** The shortest time between two broadcasts about one session, in milliseconds. */
const pauseMs = 1_000;

/** Who is here. */
@Injectable()
export class PresenceService implements OnApplicationShutdown {
  private readonly logger = new Logger('Presence');
  private readonly news = new PacedNews<true>(
    pauseMs,
    (sessionId) => void inBackground(this.logger, () => this.tell(sessionId)),
  );

  constructor(
    peers: PeersService,
    private readonly peerCounts: PeerCounts,
    private readonly participants: ParticipantsService,
    private readonly sockets: LiveSockets,
  ) {
    peers.changed.subscribe((sessionId) => this.news.add(sessionId, true));
  }

  onApplicationShutdown(): void {
    this.news.stop();
  }

  counts(sessionId: string): Promise<PresenceCountsDto> {
    return this.peerCounts.counts(sessionId);
  }

  /** By name. */
  async list(sessionId: string): Promise<PresentPersonDto[]> {
    const devices = await this.peerCounts.devices(sessionId);
    const people = await this.participants.findMany([...devices.keys()]);
    return people
      .map(({ id, displayName, institution, country, role, venueId }) => ({
        participantId: id,
        displayName,
        institution,
        country,
        role,
        venueId,
        devices: devices.get(id) ?? 0,
      }))
      .toSorted((a, b) => a.displayName.localeCompare(b.displayName));
  }

  private async tell(sessionId: string): Promise<void> {
    const counts = await this.counts(sessionId);
    this.sockets.tell([rooms.audience(sessionId), rooms.crew(sessionId)], 'presence:changed', counts);
  }
}
