import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { CueSpeakerDto, CueType, Layout, LocalizedTextDto, PickDto } from '@manyhalls/contracts';
import type { Cue, CueAction, CueChange, CueRecord, Take } from './cue';

@Entity('rundowns')
export class RundownEntity {
  @PrimaryColumn('uuid') sessionId: string;
  @Column('integer', { default: 0 }) version: number;
  @Column('integer', { default: 0 }) orderVersion: number;
  @Column('text', { nullable: true }) orderChangedBy: string | null;
  @Column('integer', { default: 0 }) run: number;
  @Column('uuid', { nullable: true }) standbyCueId: string | null;
}

@Entity('cues')
export class CueEntity implements Cue {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('integer') position: number;
  @Column('text') type: CueType;
  @Column('jsonb') title: LocalizedTextDto;
  @Column('jsonb') speakers: CueSpeakerDto[];
  @Column('timestamptz', { nullable: true }) startsAt: Date | null;
  @Column('integer') lengthSeconds: number;
  @Column('text') layout: Layout;
  @Column('jsonb') picks: PickDto[];
  @Column('uuid', { nullable: true }) greetingId: string | null;
  @Column('text') notes: string;
  @Column('boolean') adLib: boolean;
  @Column('boolean', { default: false }) skipped: boolean;
  @Column('text') changedBy: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt: Date;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

@Entity('takes')
export class TakeEntity implements Take {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('integer') run: number;
  @Column('integer') number: number;
  @Column('uuid') cueId: string;
  @Column('boolean') rehearsal: boolean;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('integer') lengthSeconds: number;
  @Column('double precision', { default: 0 }) heldSeconds: number;
  @Column('timestamptz', { nullable: true }) heldSince: Date | null;
  @Column('text') takenBy: string;
}

/** Rows are only ever added. */
@Entity('cue_changes')
export class CueChangeEntity implements CueChange {
  /** In the order in which things were done. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id: string;
  @Column('uuid') cueId: string;
  @Column('uuid', { nullable: true }) participantId: string | null;
  @Column('text') changedBy: string;
  @Column('text') action: CueAction;
  @Column('jsonb', { nullable: true }) before: CueRecord | null;
  @Column('jsonb', { nullable: true }) after: CueRecord | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
