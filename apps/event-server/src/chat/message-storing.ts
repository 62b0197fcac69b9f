import type { EntityManager } from 'typeorm';
import type { Channel, ChannelKey } from './channel';
import type { Message } from './message';
import { authorColumn, repliedColumn } from './message-rows';
import type { Circumstances, NewMessage } from './new-message';

/** What matters for each of the messages, in their order; of a channel that is locked. */
export async function look(
  manager: EntityManager,
  { sessionId, channel: name }: ChannelKey,
  { slowSeconds }: Channel,
  wanted: NewMessage[],
): Promise<Circumstances[]> {
  return manager.query(
    `SELECT ${authorColumn} AS author, (SELECT status FROM sessions WHERE id = $1) AS "sessionStatus", (p.id IS NULL OR p.revoked_at IS NOT NULL) AS "isBanned", s.muted_until AS "mutedUntil",
       CASE WHEN $3 > 0 THEN (
         SELECT max(earlier.sent_at) FROM chat_messages earlier
         WHERE earlier.session_id = $1 AND earlier.channel = $2 AND earlier.participant_id = p.id
       ) END AS "lastSentAt",
       stored.id AS "storedId", ${repliedColumn} AS "repliedTo", clock_timestamp() AS now
     FROM unnest($4::uuid[], $5::uuid[], $6::uuid[]) WITH ORDINALITY
       AS item (participant_id, client_message_id, reply_to_id, place)
     -- Each looked up by the one index that fits: Postgres, which knows little of a young table, would otherwise read
     -- the channel's whole history for every message.
     LEFT JOIN LATERAL (SELECT * FROM participants WHERE id = item.participant_id LIMIT 1) p ON true
     LEFT JOIN LATERAL (SELECT * FROM standings WHERE participant_id = item.participant_id LIMIT 1) s ON true
     LEFT JOIN LATERAL (
       SELECT id FROM chat_messages
       WHERE (participant_id, client_message_id) = (item.participant_id, item.client_message_id) LIMIT 1
     ) stored ON true
     LEFT JOIN LATERAL (SELECT * FROM chat_messages WHERE id = item.reply_to_id LIMIT 1) r
       ON (r.session_id, r.channel) = ($1, $2)
     LEFT JOIN LATERAL (SELECT * FROM participants WHERE id = r.participant_id LIMIT 1) rp ON true
     ORDER BY item.place`,
    [
      sessionId,
      name,
      slowSeconds,
      wanted.map(({ participantId }) => participantId),
      wanted.map(({ clientMessageId }) => clientMessageId),
      wanted.map(({ replyToId }) => replyToId),
    ],
  );
}

/** Stores messages under the numbers they have, which follow the channel's last one. */
export async function insert(
  manager: EntityManager,
  { sessionId, channel: name }: ChannelKey,
  { last }: Channel,
  fresh: Message[],
): Promise<void> {
  if (fresh.length === 0) return;
  await manager.query(
    `WITH counted AS (
       UPDATE chat_channels SET last = $3 WHERE session_id = $1 AND channel = $2
     )
     INSERT INTO chat_messages (id, session_id, channel, number, revision, participant_id, client_message_id, text,
       language, reply_to_id, mentioned_ids, held, shown, sent_at)
     SELECT id, $1, $2, number, number, participant_id, client_message_id, text, language, reply_to_id,
       mentioned_ids::uuid[], held, NOT held, sent_at
     FROM unnest($4::uuid[], $5::int[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::uuid[], $11::text[],
       $12::boolean[], $13::timestamptz[])
       AS item (id, number, participant_id, client_message_id, text, language, reply_to_id, mentioned_ids, held,
         sent_at)`,
    [
      sessionId,
      name,
      last + fresh.length,
      fresh.map(({ id }) => id),
      fresh.map(({ number }) => number),
      fresh.map(({ author }) => author.participantId),
      fresh.map(({ clientMessageId }) => clientMessageId),
      fresh.map(({ text }) => text),
      fresh.map(({ language }) => language),
      fresh.map(({ repliedTo }) => repliedTo?.messageId ?? null),
      // Postgres has no lists of lists of different lengths.
      fresh.map(({ mentionedIds }) => `{${mentionedIds.join(',')}}`),
      fresh.map(({ held }) => held),
      fresh.map(({ sentAt }) => sentAt),
    ],
  );
}
