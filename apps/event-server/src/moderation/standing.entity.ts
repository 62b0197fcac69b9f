import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person stands with the moderators; who has no row is in good standing. */
@Entity('standings')
export class StandingEntity {
  @PrimaryColumn('uuid') participantId: string;
  @Column('timestamptz', { nullable: true }) mutedUntil: Date | null;
  @Column('timestamptz', { nullable: true }) bannedAt: Date | null;
}
