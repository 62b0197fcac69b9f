import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import {
  Fault,
  type ChangeChatSettingsDto,
  type ChatSettingsDto,
  type MessageDto,
  type TranslationDto,
} from '@manyhalls/contracts';
import { ModerationLog } from '../moderation/moderation-log.service';
import { withoutGaps } from '../wire/without-gaps';
import { lockChannel, settingsOf } from './channel';
import { ChatChanges, type Actor } from './chat-changes.service';
import { ChatNews } from './chat-news.service';

/** What only moderators do in a chat. */
@Injectable()
export class ChatModeration {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly changes: ChatChanges,
    private readonly news: ChatNews,
    private readonly log: ModerationLog,
  ) {}

  /** @throws {Fault} `conflict` for a deleted one; `not-found` */
  async approve(actor: Actor, messageId: string): Promise<MessageDto> {
    return this.changes.change(actor, messageId, 'chat:approve', async ({ manager, message }) => {
      if (message.deletedAt) throw new Fault('conflict', 'the message was deleted');
      if (!message.held) return [];
      await manager.query('UPDATE chat_messages SET held = false, shown = true WHERE id = $1', [messageId]);
      return [messageId];
    });
  }

  /**
   * At most one message of a channel is pinned.
   * @throws {Fault} `conflict` for one that not everybody can read; `not-found`
   */
  async pin(actor: Actor, messageId: string, pinned: boolean): Promise<MessageDto> {
    return this.changes.change(actor, messageId, 'chat:pin', async ({ manager, message, key }) => {
      if (message.pinned === pinned) return [];
      if (pinned && (message.deletedAt || message.held))
        throw new Fault('conflict', 'only what everybody can read can be pinned');
      const [unpinned]: [{ id: string }[], number] = await manager.query(
        `UPDATE chat_messages SET pinned = false WHERE session_id = $1 AND channel = $2 AND pinned RETURNING id`,
        [key.sessionId, key.channel],
      );
      if (pinned) await manager.query('UPDATE chat_messages SET pinned = true WHERE id = $1', [messageId]);
      return [...unpinned.map(({ id }) => id).filter((id) => id !== messageId), messageId];
    });
  }

  /** Beside the original, in place of an earlier translation into the same language. @throws {Fault} `not-found` */
  async translate(actor: Actor, messageId: string, { language, text }: TranslationDto): Promise<MessageDto> {
    return this.changes.change(actor, messageId, 'chat:translate', async ({ manager }) => {
      await manager.query(
        `UPDATE chat_messages SET translations = translations || jsonb_build_object($2::text, $3::text)
         WHERE id = $1`,
        [messageId, language, text],
      );
      return [messageId];
    });
  }

  /** @throws {Fault} `conflict` with `details.settings` when somebody else changed them first */
  async changeSettings(
    { sessionId, ticket }: Actor,
    { version, ...change }: ChangeChatSettingsDto,
  ): Promise<ChatSettingsDto> {
    const key = { sessionId, channel: 'audience' } as const;
    const settings = await this.manager.transaction(async (manager) => {
      const present = settingsOf(await lockChannel(manager, key));
      if (present.version !== version)
        throw new Fault('conflict', 'somebody else changed the settings first', { settings: present });
      const settings = { ...present, ...withoutGaps(change), version: version + 1 };
      await manager.query(
        `UPDATE chat_channels SET version = $3, paused = $4, slow_seconds = $5, links_allowed = $6,
           pre_moderated = $7, held_words = $8 WHERE session_id = $1 AND channel = $2`,
        [
          key.sessionId,
          key.channel,
          settings.version,
          settings.paused,
          settings.slowSeconds,
          settings.linksAllowed,
          settings.preModerated,
          settings.heldWords,
        ],
      );
      const subject = JSON.stringify(withoutGaps(change));
      await this.log.write(manager, {
        sessionId,
        moderator: ticket,
        action: 'chat:change-settings',
        subject,
      });
      return settings;
    });
    this.news.tellSettings(sessionId, settings);
    return settings;
  }
}
