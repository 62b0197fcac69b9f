import { toCsv, type Cell } from '../http/csv';
import type { MessageHistory } from './chat-export.service';

/** What a column is called, and what stands in it. */
const columns: [name: string, cell: (message: MessageHistory) => Cell][] = [
  ['channel', ({ channel }) => channel],
  ['number', ({ number }) => number],
  ['sent at', ({ sentAt }) => sentAt.toISOString()],
  ['name', ({ author }) => author.displayName],
  ['institution', ({ author }) => author.institution],
  ['country', ({ author }) => author.country],
  ['role', ({ author }) => author.role],
  ['language', ({ language }) => language],
  ['text', ({ text }) => text],
  ['original text', ({ earlierTexts }) => earlierTexts[0]?.text ?? null],
  [
    'translations',
    ({ translations }) => lines(translations.map(({ language, text }) => `${language}: ${text}`)),
  ],
  ['reply to', ({ repliedTo }) => repliedTo && `${repliedTo.displayName}: ${repliedTo.text ?? ''}`],
  ['reactions', ({ reactions }) => lines(reactions.map(({ name, count }) => `${name}: ${count}`))],
  ['held', ({ held }) => held],
  ['pinned', ({ pinned }) => pinned],
  ['edited at', ({ editedAt }) => editedAt?.toISOString() ?? null],
  [
    'earlier texts',
    ({ earlierTexts }) => lines(earlierTexts.map(({ text, replacedAt }) => `until ${replacedAt}: ${text}`)),
  ],
  ['deleted at', ({ deletedAt }) => deletedAt?.toISOString() ?? null],
  ['deleted by', ({ deletedBy }) => deletedBy],
  [
    'moderation',
    ({ moderation }) => lines(moderation.map(({ at, moderator, action }) => `${at} ${action} ${moderator}`)),
  ],
];

/** One line a message, for spreadsheets. */
export function chatCsv(messages: MessageHistory[]): string {
  return toCsv(
    columns.map(([name]) => name),
    messages.map((message) => columns.map(([, cell]) => cell(message))),
  );
}

const lines = (parts: string[]) => (parts.length > 0 ? parts.join('\n') : null);
