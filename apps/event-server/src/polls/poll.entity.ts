import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedTextDto, PollOptionDto, PollState } from '@manyhalls/contracts';
import type { StoredPoll } from './poll';

@Entity('polls')
export class PollEntity implements StoredPoll {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('uuid') clientPollId: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') state: PollState;
  @Column('jsonb') question: LocalizedTextDto;
  @Column('jsonb') options: PollOptionDto[];
  @Column('boolean') multiple: boolean;
  @Column('boolean', { default: false }) resultsShown: boolean;
  @Column('timestamptz', { default: () => 'now()' }) madeAt: Date;
}
