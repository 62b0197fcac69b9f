import { Injectable } from '@nestjs/common';
import { Fault, type MessageDto } from '@manyhalls/contracts';
import { isCrew, may } from '@manyhalls/domain';
import { ModerationService } from '../moderation/moderation.service';
import { SessionsService } from '../sessions/sessions.service';
import { ChatChanges, type Actor, type HeldMessage } from './chat-changes.service';
import { holdingOf, refusalOf } from './rules';

/** What people do to their own messages, and moderators to anybody's. */
@Injectable()
export class ChatEditing {
  constructor(
    private readonly changes: ChatChanges,
    private readonly moderation: ModerationService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * The words before are kept, and translations of them are not: they would say something else.
   * @throws {Fault} `forbidden`, also as `refusalOf`; `conflict` for a deleted one; `not-found`
   */
  async edit(actor: Actor, messageId: string, text: string): Promise<MessageDto> {
    const mutedUntil = await this.moderation.mutedUntil(actor.ticket.participantId);
    return this.changes.change(actor, messageId, null, async ({ manager, message, channel }) => {
      if (!isOwn(actor, message)) throw new Fault('forbidden', 'nobody edits what others wrote');
      if (message.deletedAt) throw new Fault('conflict', 'the message was deleted');
      if (message.text === text) return [];
      const attempt = {
        isCrew: isCrew(actor.ticket.role),
        sessionStatus: await this.sessions.statusOf(actor.sessionId, manager),
        text,
        mutedUntil: mutedUntil ? new Date(mutedUntil) : null,
        lastSentAt: null,
        now: new Date(),
      };
      const fault = refusalOf(attempt, channel);
      if (fault) throw fault;
      await manager.query(
        `INSERT INTO chat_edits (message_id, revision, text, edited_at)
         SELECT id, revision, text, now() FROM chat_messages WHERE id = $1`,
        [messageId],
      );
      await manager.query(
        `UPDATE chat_messages SET text = $2, edited_at = now(), translations = '{}', held = held OR $3,
           pinned = pinned AND NOT $3 WHERE id = $1`,
        [messageId, text, holdingOf(channel)(attempt)],
      );
      return [messageId];
    });
  }

  /** @throws {Fault} `forbidden`, `not-found` */
  async remove(actor: Actor, messageId: string): Promise<MessageDto> {
    const deed = may(actor.ticket.role, 'chat:moderate') ? 'chat:delete' : null;
    return this.changes.change(actor, messageId, deed, async ({ manager, message }) => {
      if (!deed && !isOwn(actor, message)) throw new Fault('forbidden', 'nobody deletes what others wrote');
      if (message.deletedAt) return [];
      await manager.query(
        'UPDATE chat_messages SET deleted_at = now(), deleted_by_id = $2, pinned = false WHERE id = $1',
        [messageId, actor.ticket.participantId],
      );
      return [messageId];
    });
  }

  /**
   * Authors take back their own deletion, not a moderator's.
   * @throws {Fault} `forbidden`, `not-found`
   */
  async restore(actor: Actor, messageId: string): Promise<MessageDto> {
    const deed = may(actor.ticket.role, 'chat:moderate') ? 'chat:restore' : null;
    return this.changes.change(actor, messageId, deed, async (held) => {
      if (!held.message.deletedAt) return [];
      if (!deed && (await deletedById(held)) !== actor.ticket.participantId)
        throw new Fault('forbidden', 'a moderator deleted this message');
      await held.manager.query(
        'UPDATE chat_messages SET deleted_at = NULL, deleted_by_id = NULL WHERE id = $1',
        [messageId],
      );
      return [messageId];
    });
  }
}

function isOwn({ ticket }: Actor, { author }: HeldMessage['message']): boolean {
  return author.participantId === ticket.participantId;
}

async function deletedById({ manager, message }: HeldMessage): Promise<string | null> {
  const [row]: { deletedById: string | null }[] = await manager.query(
    'SELECT deleted_by_id AS "deletedById" FROM chat_messages WHERE id = $1',
    [message.id],
  );
  return row?.deletedById ?? null;
}
