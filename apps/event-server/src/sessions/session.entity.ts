import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import type { LocalizedTextDto, SessionKind, SessionStatus } from '@manyhalls/contracts';

@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') eventId: string;
  @Column('jsonb') title: LocalizedTextDto;
  @Column('text') kind: SessionKind;
  @Column('text', { default: 'scheduled' }) status: SessionStatus;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @OneToMany(() => SessionVenueEntity, ({ session }) => session, { cascade: true })
  venues: SessionVenueEntity[];
  @OneToMany(() => SessionModeratorEntity, ({ session }) => session, { cascade: true })
  moderators: SessionModeratorEntity[];
}

/** A hall that takes part. */
@Entity('session_venues')
export class SessionVenueEntity {
  @PrimaryColumn('uuid') sessionId: string;
  @PrimaryColumn('uuid') venueId: string;
  /** Protocol order, from 1. */
  @Column('integer') position: number;
  @ManyToOne(() => SessionEntity, ({ venues }) => venues, {
    onDelete: 'CASCADE',
    orphanedRowAction: 'delete',
  })
  @JoinColumn({ name: 'session_id' })
  session: SessionEntity;
}

/** Somebody who runs its Q&A. */
@Entity('session_moderators')
export class SessionModeratorEntity {
  @PrimaryColumn('uuid') sessionId: string;
  @PrimaryColumn('uuid') participantId: string;
  @Column('integer') position: number;
  @ManyToOne(() => SessionEntity, ({ moderators }) => moderators, {
    onDelete: 'CASCADE',
    orphanedRowAction: 'delete',
  })
  @JoinColumn({ name: 'session_id' })
  session: SessionEntity;
}
