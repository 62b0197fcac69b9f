import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language, Role } from '@manyhalls/contracts';
import type { Participant } from './participant';

@Entity('participants')
export class ParticipantEntity implements Participant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) eventId: string | null;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) venueId: string | null;
  @Column('text') displayName: string;
  @Column('text') institution: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text') language: Language;
  @Column('text', { nullable: true }) consentVersion: string | null;
  @Column('timestamptz', { nullable: true }) consentedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
