import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandState } from '@manyhalls/contracts';
import type { StoredHand } from './hand';

@Entity('hands')
export class HandEntity implements StoredHand {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('uuid') participantId: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') state: HandState;
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) raisedAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) seenAt: Date;
}
