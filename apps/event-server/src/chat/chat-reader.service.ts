import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { ChatPageDto, OwnReactionDto, ReadChatDto } from '@manyhalls/contracts';
import { ModerationService } from '../moderation/moderation.service';
import { readChannel, settingsForAudience, settingsOf, type ChannelKey } from './channel';
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
    const mutedUntil = await this.moderation.mutedUntil(reader.participantId);
    return this.manager.transaction('REPEATABLE READ', async (manager) => {
      const who = [key.sessionId, key.channel, reader.isCrew, reader.participantId];
      const channel = await readChannel(manager, key);
      const found =
        after === undefined
          ? await findMessages(
              manager,
              `WHERE ${visible} AND m.number < $5 ORDER BY m.number DESC LIMIT ${pageSize + 1}`,
              [...who, before ?? channel.last + 1],
            )
          : await findMessages(
              manager,
              `WHERE ${visible} AND m.revision > $5 ORDER BY m.revision LIMIT ${pageSize + 1}`,
              [...who, after],
            );
      const more = found.length > pageSize;
      const page = found.slice(0, pageSize);
      const [pinned] = await findMessages(manager, `WHERE ${visible} AND m.pinned`, who);
      const audience = { ...key, channel: 'audience' } as const;
      const settings = settingsOf(
        key.channel === 'audience' ? channel : await readChannel(manager, audience),
      );
      return {
        messages: viewsOf(after === undefined ? page.toReversed() : page, reader),
        more,
        revision: more && after !== undefined ? page.at(-1)!.revision : channel.last,
        ownReactions: await ownReactions(manager, page, reader),
        settings: reader.isCrew ? settings : settingsForAudience(settings),
        mutedUntil,
        pinned: pinned ? viewOf(pinned, reader) : null,
      };
    });
  }
}

async function ownReactions(
  manager: EntityManager,
  messages: Message[],
  { participantId }: OwnReader,
): Promise<OwnReactionDto[]> {
  const reacted = messages.filter(({ reactions }) => reactions.length > 0).map(({ id }) => id);
  if (reacted.length === 0) return [];
  return manager.query(
    `SELECT message_id AS "messageId", name FROM chat_reactions
     WHERE participant_id = $1 AND message_id = ANY($2::uuid[])`,
    [participantId, reacted],
  );
}
