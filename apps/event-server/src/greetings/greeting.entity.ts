import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CueSpeakerDto, GreetingState, Language, Refusal } from '@manyhalls/contracts';
import type { GreetingFiles, Original, StoredGreeting, Trim } from './greeting';

@Entity('greetings')
export class GreetingEntity implements StoredGreeting {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') eventId: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('text', { default: 'invited' }) state: GreetingState;
  @Column('jsonb') speaker: CueSpeakerDto;
  @Column('text') language: Language;
  @Column('integer') position: number;
  @Column('text') secretHash: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid', { nullable: true }) uploadId: string | null;
  @Column('jsonb', { nullable: true }) original: Original | null;
  @Column('integer', { default: 0 }) job: number;
  @Column('integer', { default: 0 }) progress: number;
  @Column('text', { nullable: true }) refusal: Refusal | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('jsonb', { nullable: true }) files: GreetingFiles | null;
  @Column('jsonb', { nullable: true }) trim: Trim | null;
  @Column('text', { nullable: true }) approvedSha256: string | null;
  @Column('text', { nullable: true }) changedBy: string | null;
}

@Entity('greeting_subtitles')
export class GreetingSubtitlesEntity {
  @PrimaryColumn('uuid') greetingId: string;
  @PrimaryColumn('text') language: Language;
  /** WebVTT. */
  @Column('text') vtt: string;
}
