import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { ChatPageDto, ChatSettingsDto, OwnReactionDto, ReadChatDto } from '@manyhalls/contracts';
import { ModerationService } from '../moderation/moderation.service';
import { readChannel, settingsForAudience, settingsOf, type Channel, type ChannelKey } from './channel';
import { viewOf, viewsOf, type Message, type Reader } from './message';
import { findMessages } from './message-rows';

const pageSize = 50;

/** What a reader may know of; `$3` says whether they are crew, `$4` who they are. */
const visible = `m.session_id = $1 AND m.channel = $2 AND ($3::boolean OR m.shown OR m.participant_id = $4::uuid)`;

/** Somebody who reads for themselves. */
export interface OwnReader extends Reader {
  participantId: string;
}

/** The history of a channel, as one reader may know it. */
@Injectable()
export class ChatReader {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly moderation: ModerationService,
  ) {}

  async read(key: ChannelKey, { before, after }: ReadChatDto, reader: OwnReader): Promise<ChatPageDto> {
    // First, so that everything up to its last number is visible to what is read after it.
    const channel = await readChannel(this.manager, key);
    const who = [key.sessionId, key.channel, reader.isCrew, reader.participantId];
    const order =
      after === undefined
        ? 'AND m.number < $5 ORDER BY m.number DESC'
        : 'AND m.revision > $5 ORDER BY m.revision';
    const [found, [pinned], settings, mutedUntil] = await Promise.all([
      findMessages(this.manager, `WHERE ${visible} ${order} LIMIT ${pageSize + 1}`, [
        ...who,
        after ?? before ?? channel.last + 1,
      ]),
      findMessages(this.manager, `WHERE ${visible} AND m.pinned`, who),
      this.settings(key, channel),
      this.moderation.mutedUntil(reader.participantId),
    ]);
    const more = found.length > pageSize;
    const page = found.slice(0, pageSize);
    return {
      messages: viewsOf(after === undefined ? page.toReversed() : page, reader),
      more,
      revision: more && after !== undefined ? page.at(-1)!.revision : channel.last,
      ownReactions: await this.ownReactions(page, reader),
      settings: reader.isCrew ? settings : settingsForAudience(settings),
      mutedUntil,
      pinned: pinned ? viewOf(pinned, reader) : null,
    };
  }

  /** Always the audience's: the crew's channel has none. */
  private async settings(key: ChannelKey, channel: Channel): Promise<ChatSettingsDto> {
    if (key.channel === 'audience') return settingsOf(channel);
    return settingsOf(await readChannel(this.manager, { ...key, channel: 'audience' }));
  }

  private async ownReactions(messages: Message[], { participantId }: OwnReader): Promise<OwnReactionDto[]> {
    const reacted = messages.filter(({ reactions }) => reactions.length > 0).map(({ id }) => id);
    if (reacted.length === 0) return [];
    return this.manager.query(
      `SELECT message_id AS "messageId", name FROM chat_reactions
       WHERE participant_id = $1 AND message_id = ANY($2::uuid[])`,
      [participantId, reacted],
    );
  }
}
