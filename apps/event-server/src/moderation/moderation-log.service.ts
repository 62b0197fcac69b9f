import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { ModerationAction, ModerationEntryDto } from '@manyhalls/contracts';
import { ModerationEntryEntity } from './moderation-entry.entity';

const pageSize = 200;
const longestSubject = 120;

/** What is written down about something that a moderator does. */
export interface Deed {
  sessionId: string;
  /** `participantId` is `null` for nobody who takes part. */
  moderator: { participantId: string | null; displayName: string };
  action: ModerationAction;
  /** A name, or a message's words, of which the beginning is kept. */
  subject: string;
  subjectId?: string;
}

/** What is known of a deed afterwards. */
export interface ModerationEntry extends ModerationEntryDto {
  subjectId: string | null;
}

/** Who did what. */
@Injectable()
export class ModerationLog {
  constructor(
    @InjectRepository(ModerationEntryEntity) private readonly entries: Repository<ModerationEntryEntity>,
  ) {}

  /** In the transaction of `manager`, so that no deed is without its entry. */
  async write(manager: EntityManager, { moderator, subject, ...deed }: Deed): Promise<void> {
    await manager.insert(ModerationEntryEntity, {
      ...deed,
      id: randomUUID(),
      moderatorId: moderator.participantId,
      moderator: moderator.displayName,
      subject: [...subject].slice(0, longestSubject).join(''),
    });
  }

  /** Newest first; at most 200. */
  async newest(sessionId: string): Promise<ModerationEntryDto[]> {
    const entries = await this.entries.find({ where: { sessionId }, order: { at: 'DESC' }, take: pageSize });
    return entries.map((entry) => {
      const { subjectId: _, ...dto } = toEntry(entry);
      return dto;
    });
  }

  /** All of them, oldest first. */
  async all(sessionId: string): Promise<ModerationEntry[]> {
    const entries = await this.entries.find({ where: { sessionId }, order: { at: 'ASC' } });
    return entries.map(toEntry);
  }
}

function toEntry({ id, at, moderator, action, subject, subjectId }: ModerationEntryEntity): ModerationEntry {
  return { id, at: at.toISOString(), moderator, action, subject, subjectId };
}
