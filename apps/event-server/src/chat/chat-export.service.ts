import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import { ModerationLog, type ModerationEntry } from '../moderation/moderation-log.service';
import { SessionsService } from '../sessions/sessions.service';
import type { Message } from './message';
import { findMessages } from './message-rows';

/** Words that were replaced by an edit, and when. */
interface EarlierText {
  text: string;
  /** ISO 8601. */
  replacedAt: string;
}

/** A message with everything that happened to it. */
export interface MessageHistory extends Message {
  /** Oldest first; the first one is the original. */
  earlierTexts: EarlierText[];
  deletedBy: string | null;
  moderation: Pick<ModerationEntry, 'at' | 'moderator' | 'action'>[];
}

/** The whole chat of a session, for the record. */
@Injectable()
export class ChatExport {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly sessions: SessionsService,
    private readonly log: ModerationLog,
  ) {}

  /**
   * Both channels, each in the order of its numbers.
   * @throws {Fault} `not-found`, also for a session of another event
   */
  async of(eventId: string, sessionId: string): Promise<MessageHistory[]> {
    const session = await this.sessions.find(sessionId);
    if (session.eventId !== eventId) throw new Fault('not-found', 'there is no such session');
    const [messages, changes, entries] = await Promise.all([
      findMessages(this.manager, 'WHERE m.session_id = $1 ORDER BY m.channel, m.number', [sessionId]),
      this.changes(sessionId),
      this.log.all(sessionId),
    ]);
    const changesOf = new Map(changes.map(({ id, ...change }) => [id, change]));
    const moderationOf = new Map<string | null, MessageHistory['moderation']>();
    for (const { subjectId, at, moderator, action } of entries)
      moderationOf.set(subjectId, [...(moderationOf.get(subjectId) ?? []), { at, moderator, action }]);
    return messages.map((message) => ({
      ...message,
      ...(changesOf.get(message.id) ?? { earlierTexts: [], deletedBy: null }),
      moderation: moderationOf.get(message.id) ?? [],
    }));
  }

  /** Of those that were edited or deleted. */
  private changes(
    sessionId: string,
  ): Promise<({ id: string } & Pick<MessageHistory, 'earlierTexts' | 'deletedBy'>)[]> {
    return this.manager.query(
      `SELECT m.id, p.display_name AS "deletedBy", coalesce((
         SELECT jsonb_agg(jsonb_build_object('text', e.text, 'replacedAt',
           to_char(e.edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY e.revision)
         FROM chat_edits e WHERE e.message_id = m.id
       ), '[]') AS "earlierTexts"
       FROM chat_messages m LEFT JOIN participants p ON p.id = m.deleted_by_id
       WHERE m.session_id = $1 AND (m.edited_at IS NOT NULL OR m.deleted_by_id IS NOT NULL)`,
      [sessionId],
    );
  }
}
