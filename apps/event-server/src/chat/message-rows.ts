import type { EntityManager } from 'typeorm';
import { languages, type TranslationDto } from '@manyhalls/contracts';
import type { Message, Replied } from './message';

/** Of a message `r` and its author `rp`, what stands above a reply; `NULL` when there is none. */
export const repliedColumn = `
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('messageId', r.id, 'displayName', rp.display_name,
    'text', CASE WHEN r.deleted_at IS NULL THEN r.text END, 'held', r.held, 'shown', r.shown) END`;

/** Of a participant `p`, what everybody may see beside a message. */
export const authorColumn = `
  jsonb_build_object('participantId', p.id, 'displayName', p.display_name, 'institution', p.institution,
    'country', p.country, 'role', p.role)`;

const select = `
  SELECT m.id, m.channel, m.number, m.revision, m.client_message_id AS "clientMessageId",
    ${authorColumn} AS author, m.text, m.language, ${repliedColumn} AS "repliedTo",
    m.mentioned_ids AS "mentionedIds", m.translations, m.held, m.shown, m.pinned, m.sent_at AS "sentAt",
    m.edited_at AS "editedAt", m.deleted_at AS "deletedAt",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('name', counted.name, 'count', counted.count)
        ORDER BY counted.count DESC, counted.name)
      FROM (SELECT name, count(*) FROM chat_reactions WHERE message_id = m.id GROUP BY name) AS counted
    ), '[]') AS reactions
  FROM chat_messages m
  JOIN participants p ON p.id = m.participant_id
  LEFT JOIN chat_messages r ON r.id = m.reply_to_id
  LEFT JOIN participants rp ON rp.id = r.participant_id`;

type Row = Omit<Message, 'translations' | 'repliedTo'> & {
  translations: Record<string, string>;
  repliedTo: Replied | null;
};

/** @param rest of the statement; messages are called `m` */
export async function findMessages(
  manager: EntityManager,
  rest: string,
  values: unknown[],
): Promise<Message[]> {
  const rows: Row[] = await manager.query(`${select} ${rest}`, values);
  return rows.map(({ translations, ...row }) => ({ ...row, translations: listOf(translations) }));
}

/** In no order. */
export function findMessagesById(manager: EntityManager, ids: string[]): Promise<Message[]> {
  return findMessages(manager, 'WHERE m.id = ANY($1::uuid[])', [ids]);
}

function listOf(translations: Record<string, string>): TranslationDto[] {
  return languages.flatMap((language) => {
    const text = translations[language];
    return text === undefined ? [] : { language, text };
  });
}
