import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { ChatPageDto, ChatSettingsDto, OwnReactionDto, ReadChatDto } from '@manyhalls/contracts';
import { SharedReader } from '../database/shared-reader';
import { ModerationService } from '../moderation/moderation.service';
import { readChannel, settingsForAudience, settingsOf, type ChannelKey } from './channel';
import { viewOf, viewsOf, type Message, type Reader } from './message';
import { findMessages } from './message-rows';

const pageSize = 50;

/** Somebody who reads for themselves. */
export interface OwnReader extends Reader {
  participantId: string;
}

/** What many ask for alike: the same place in the same channel, as audience or as crew. */
interface Place extends ChannelKey {
  isCrew: boolean;
  before: number | null;
  after: number | null;
}

interface SharedPage {
  /** One more than a page, when there are more. */
  messages: Message[];
  last: number;
  settings: ChatSettingsDto;
  pinned: Message | null;
}

/** The history of a channel, as one reader may know it. A crowd that comes back at once is read for together. */
@Injectable()
export class ChatReader {
  private readonly shared = new SharedReader((place) => this.readShared(JSON.parse(place) as Place));

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly moderation: ModerationService,
  ) {}

  async read(
    key: ChannelKey,
    { before, after }: Pick<ReadChatDto, 'before' | 'after'>,
    reader: OwnReader,
  ): Promise<ChatPageDto> {
    const place: Place = { ...key, isCrew: reader.isCrew, before: before ?? null, after: after ?? null };
    const [shared, waiting, mutedUntil] = await Promise.all([
      this.shared.read(JSON.stringify(place)),
      this.ownWaiting(place, reader),
      this.moderation.mutedUntil(reader.participantId),
    ]);
    const found = [...shared.messages, ...waiting].toSorted(orderOf(place));
    const more = found.length > pageSize;
    const page = found.slice(0, pageSize);
    return {
      messages: viewsOf(place.after === null ? page.toReversed() : page, reader),
      more,
      revision: more && place.after !== null ? page.at(-1)!.revision : shared.last,
      ownReactions: await this.ownReactions(page, reader),
      settings: reader.isCrew ? shared.settings : settingsForAudience(shared.settings),
      mutedUntil,
      pinned: shared.pinned && viewOf(shared.pinned, reader),
    };
  }

  private async readShared(place: Place): Promise<SharedPage> {
    const { sessionId, channel: name, isCrew } = place;
    // First, so that everything up to its last number is visible to what is read after it.
    const channel = await readChannel(this.manager, place);
    const visible = 'WHERE m.session_id = $1 AND m.channel = $2 AND ($3::boolean OR m.shown)';
    const [messages, [pinned], audience] = await Promise.all([
      findMessages(this.manager, `${visible} AND ${rangeOf(place)}`, [
        sessionId,
        name,
        isCrew,
        place.after ?? place.before ?? endless,
      ]),
      findMessages(this.manager, `${visible} AND m.pinned`, [sessionId, name, isCrew]),
      name === 'audience' ? channel : readChannel(this.manager, { sessionId, channel: 'audience' }),
    ]);
    return { messages, last: channel.last, settings: settingsOf(audience), pinned: pinned ?? null };
  }

  /** What the audience does not know of, but its author does; hardly anybody has any. */
  private async ownWaiting(place: Place, { isCrew, participantId }: OwnReader): Promise<Message[]> {
    if (isCrew) return [];
    const values = [place.sessionId, place.channel, participantId];
    const own = 'session_id = $1 AND channel = $2 AND participant_id = $3 AND NOT shown';
    const [some]: unknown[] = await this.manager.query(
      `SELECT 1 FROM chat_messages WHERE ${own} LIMIT 1`,
      values,
    );
    if (!some) return [];
    return findMessages(
      this.manager,
      `WHERE m.id IN (SELECT id FROM chat_messages WHERE ${own}) AND ${rangeOf(place)}`,
      [...values, place.after ?? place.before ?? endless],
    );
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

/** Greater than every number. */
const endless = 2 ** 31 - 1;

/** `$4` is where the range begins. */
function rangeOf({ after }: Place): string {
  const range =
    after === null ? 'm.number < $4 ORDER BY m.number DESC' : 'm.revision > $4 ORDER BY m.revision';
  return `${range} LIMIT ${pageSize + 1}`;
}

function orderOf({ after }: Place): (one: Message, other: Message) => number {
  return after === null
    ? (one, other) => other.number - one.number
    : (one, other) => one.revision - other.revision;
}
