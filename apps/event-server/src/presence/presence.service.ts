import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { PresenceCountsDto, PresentPersonDto } from '@manyhalls/contracts';
import { LiveSockets } from '../live/live-sockets.service';
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
  /** Sessions that were told about just now, and whether something has changed since. */
  private readonly pausing = new Map<string, { timer: NodeJS.Timeout; changed: boolean }>();

  constructor(
    peers: PeersService,
    private readonly peerCounts: PeerCounts,
    private readonly participants: ParticipantsService,
    private readonly sockets: LiveSockets,
  ) {
    peers.changed.subscribe((sessionId) => this.tellSoon(sessionId));
  }

  onApplicationShutdown(): void {
    for (const { timer } of this.pausing.values()) clearTimeout(timer);
    this.pausing.clear();
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

  /** At once when nothing was told for a while, otherwise when the pause is over. */
  private tellSoon(sessionId: string): void {
    const pause = this.pausing.get(sessionId);
    if (pause) {
      pause.changed = true;
      return;
    }
    const timer = setTimeout(() => {
      const changed = this.pausing.get(sessionId)?.changed;
      this.pausing.delete(sessionId);
      if (changed) this.tellSoon(sessionId);
    }, pauseMs);
    this.pausing.set(sessionId, { timer, changed: false });
    void inBackground(this.logger, () => this.tell(sessionId));
  }

  private async tell(sessionId: string): Promise<void> {
    const counts = await this.counts(sessionId);
    this.sockets.tell([rooms.audience(sessionId), rooms.crew(sessionId)], 'presence:changed', counts);
  }
}
