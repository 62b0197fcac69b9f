import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import type { CountDto, PresenceCountsDto } from '@manyhalls/contracts';
import { PeerEntity } from './peer.entity';

/** How many people are in a session. A person with several devices is one person. */
@Injectable()
export class PeerCounts {
  constructor(@InjectRepository(PeerEntity) private readonly peers: Repository<PeerEntity>) {}

  async counts(sessionId: string): Promise<PresenceCountsDto> {
    const rows: { venue: string | null; country: string | null; people: number }[] = await this.peers
      .createQueryBuilder('peer')
      .select('peer.venueId', 'venue')
      .addSelect('peer.country', 'country')
      .addSelect('count(DISTINCT peer.participantId)::int', 'people')
      .where({ sessionId, closedAt: IsNull() })
      .groupBy('peer.venueId')
      .addGroupBy('peer.country')
      .getRawMany();
    return {
      total: rows.reduce((total, { people }) => total + people, 0),
      byVenue: summed(rows.map(({ venue, people }) => [venue, people])),
      byCountry: summed(rows.map(({ country, people }) => [country, people])),
    };
  }

  /** By participant id. */
  async devices(sessionId: string): Promise<Map<string, number>> {
    const rows: { participant: string; devices: number }[] = await this.peers
      .createQueryBuilder('peer')
      .select('peer.participantId', 'participant')
      .addSelect('count(*)::int', 'devices')
      .where({ sessionId, closedAt: IsNull() })
      .groupBy('peer.participantId')
      .getRawMany();
    return new Map(rows.map(({ participant, devices }) => [participant, devices]));
  }
}

/** Most people first; those of whom it is not known are left out. */
function summed(parts: [key: string | null, count: number][]): CountDto[] {
  const sums = new Map<string, number>();
  for (const [key, count] of parts) if (key !== null) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}
