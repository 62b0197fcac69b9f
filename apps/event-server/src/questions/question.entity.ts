import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Language, QuestionState } from '@manyhalls/contracts';
import type { QuestionAction, StoredQuestion } from './question';

@Entity('questions')
export class QuestionEntity implements StoredQuestion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('integer') number: number;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') state: QuestionState;
  @Column('text') text: string;
  @Column('text') originalText: string;
  @Column('text') language: Language;
  @Column('uuid') participantId: string;
  @Column('uuid') clientQuestionId: string;
  @Column('boolean') anonymous: boolean;
  @Column('boolean', { default: false }) moderatorsSeeAuthor: boolean;
  @Column('uuid', { nullable: true }) venueId: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('uuid', { nullable: true }) claimedBy: string | null;
  @Column('text', { nullable: true }) assignedTo: string | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('text', { nullable: true }) rejectionReason: string | null;
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  @Column('uuid', { nullable: true }) mergedFirstInto: string | null;
  @Column('integer', { nullable: true }) position: number | null;
  @Column('integer', { default: 0 }) votes: number;
  @Column('timestamptz', { default: () => 'now()' }) askedAt: Date;
  @OneToMany(() => QuestionTranslationEntity, ({ question }) => question)
  translations: QuestionTranslationEntity[];
}

@Entity('question_translations')
export class QuestionTranslationEntity {
  @PrimaryColumn('uuid') questionId: string;
  @PrimaryColumn('text') language: Language;
  @Column('text') text: string;
  @ManyToOne(() => QuestionEntity, ({ translations }) => translations)
  @JoinColumn({ name: 'question_id' })
  question: QuestionEntity;
}

/** One thing that was done to a question. Rows are only ever added. */
@Entity('question_history')
export class QuestionHistoryEntity {
  /** In the order in which things were done. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id: string;
  @Column('uuid') questionId: string;
  @Column('uuid', { nullable: true }) participantId: string | null;
  @Column('text') action: QuestionAction;
  @Column('text', { nullable: true }) fromState: QuestionState | null;
  @Column('text') toState: QuestionState;
  /** What was written with it: the text, a reason, an answer. */
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
