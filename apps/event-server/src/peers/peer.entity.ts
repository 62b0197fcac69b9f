import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@manyhalls/contracts';
import type { Peer } from './peer';

@Entity('peers')
export class PeerEntity implements Peer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('uuid') participantId: string;
  @Column('uuid') signInId: string;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) venueId: string | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) nodeId: string | null;
  @Column('text', { nullable: true }) socketId: string | null;
  /** When a server last had its socket. Postgres' clock, so that servers need not agree on the time. */
  @Column('timestamptz', { default: () => 'now()' }) seenAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
