import type { ModerationAction } from '@manyhalls/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that a moderator did. */
@Entity('moderation_log')
export class ModerationEntryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('uuid', { nullable: true }) moderatorId: string | null;
  /** The moderator's name then. */
  @Column('text') moderator: string;
  @Column('text') action: ModerationAction;
  @Column('text') subject: string;
  /** The message, question, poll or person; `null` for settings. */
  @Column('uuid', { nullable: true }) subjectId: string | null;
}
