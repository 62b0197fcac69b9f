import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoHostDto, ConsentDto, Language, LocalizedTextDto } from '@manyhalls/contracts';
import type { LiveEvent } from './live-event';

@Entity('live_events')
export class LiveEventEntity implements LiveEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('jsonb') title: LocalizedTextDto;
  @Column('jsonb', { nullable: true }) description: LocalizedTextDto | null;
  @Column('text', { array: true }) languages: Language[];
  @Column('date') firstDay: string;
  @Column('date') lastDay: string;
  @Column('jsonb') coHosts: CoHostDto[];
  @Column('jsonb') consent: ConsentDto;
  @Column('boolean') registrationOpen: boolean;
  @Column('boolean', { default: false }) moderatorsSeeAnonymous: boolean;
  /** Grows with every edit of these facts. */
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
