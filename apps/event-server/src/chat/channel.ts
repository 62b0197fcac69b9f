import type { EntityManager } from 'typeorm';
import type { ChatChannel, ChatSettingsDto } from '@manyhalls/contracts';

export interface ChannelKey {
  sessionId: string;
  channel: ChatChannel;
}

/** A channel's row: the last number that was given out, and how it is run. */
export interface Channel extends ChatSettingsDto {
  last: number;
}

const select = `
  SELECT last, version, paused, slow_seconds AS "slowSeconds", links_allowed AS "linksAllowed",
    pre_moderated AS "preModerated", held_words AS "heldWords"
  FROM chat_channels WHERE session_id = $1 AND channel = $2`;

const untouched: Channel = {
  last: 0,
  version: 0,
  paused: false,
  slowSeconds: 0,
  linksAllowed: true,
  preModerated: false,
  heldWords: [],
};

export async function readChannel(
  manager: EntityManager,
  { sessionId, channel }: ChannelKey,
): Promise<Channel> {
  const [row]: Channel[] = await manager.query(select, [sessionId, channel]);
  return row ?? untouched;
}

/**
 * Until the transaction of `manager` ends nobody else writes to this channel, on whichever server: so numbers become
 * visible in their order, and a change of settings holds for whatever is stored after it.
 */
export async function lockChannel(manager: EntityManager, key: ChannelKey): Promise<Channel> {
  const values = [key.sessionId, key.channel];
  const lock = async () => {
    const [row]: Channel[] = await manager.query(`${select} FOR NO KEY UPDATE`, values);
    return row;
  };
  const row = await lock();
  if (row) return row;
  await manager.query(
    'INSERT INTO chat_channels (session_id, channel) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values,
  );
  return (await lock()) ?? untouched;
}

/** Gives out the next number of a channel that is locked. */
export async function nextRevision(
  manager: EntityManager,
  { sessionId, channel }: ChannelKey,
): Promise<number> {
  const [[row]]: [{ last: number }[], number] = await manager.query(
    'UPDATE chat_channels SET last = last + 1 WHERE session_id = $1 AND channel = $2 RETURNING last',
    [sessionId, channel],
  );
  if (!row) throw new Error('the channel is not locked');
  return row.last;
}

export function settingsOf({ last: _, ...settings }: Channel): ChatSettingsDto {
  return settings;
}

/** What the audience may know: which words are held would tell how to write around them. */
export function settingsForAudience(settings: ChatSettingsDto): ChatSettingsDto {
  return { ...settings, heldWords: [] };
}
