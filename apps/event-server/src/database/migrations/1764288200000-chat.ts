import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write to each other in a session, and what moderators do about it. */
export class Chat1764288200000 implements MigrationInterface {
  name = 'Chat1764288200000';

  async up(runner: QueryRunner): Promise<void> {
    // Its row is locked by whoever writes: numbers are given out, and settings hold, in the order of commits.
    await runner.query(`
      CREATE TABLE chat_channels (
        session_id uuid NOT NULL CONSTRAINT chat_channels_session REFERENCES sessions ON DELETE CASCADE,
        channel text NOT NULL,
        last integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 0,
        paused boolean NOT NULL DEFAULT false,
        slow_seconds integer NOT NULL DEFAULT 0,
        links_allowed boolean NOT NULL DEFAULT true,
        pre_moderated boolean NOT NULL DEFAULT false,
        held_words text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (session_id, channel)
      )`);
    await runner.query(`
      CREATE TABLE chat_messages (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL,
        channel text NOT NULL,
        number integer NOT NULL,
        revision integer NOT NULL,
        participant_id uuid NOT NULL CONSTRAINT chat_messages_author REFERENCES participants ON DELETE CASCADE,
        client_message_id uuid NOT NULL,
        text text NOT NULL,
        language text NOT NULL,
        reply_to_id uuid,
        mentioned_ids uuid[] NOT NULL,
        translations jsonb NOT NULL DEFAULT '{}',
        held boolean NOT NULL,
        shown boolean NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        sent_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by_id uuid,
        CONSTRAINT chat_messages_channel FOREIGN KEY (session_id, channel)
          REFERENCES chat_channels ON DELETE CASCADE,
        CONSTRAINT chat_messages_once UNIQUE (participant_id, client_message_id)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX chat_messages_by_number ON chat_messages (session_id, channel, number)',
    );
    await runner.query(
      'CREATE UNIQUE INDEX chat_messages_by_revision ON chat_messages (session_id, channel, revision)',
    );
    await runner.query(
      'CREATE UNIQUE INDEX chat_messages_one_pinned ON chat_messages (session_id, channel) WHERE pinned',
    );
    // The words before an edit; the first ones are the original.
    await runner.query(`
      CREATE TABLE chat_edits (
        message_id uuid NOT NULL CONSTRAINT chat_edits_message REFERENCES chat_messages ON DELETE CASCADE,
        revision integer NOT NULL,
        text text NOT NULL,
        edited_at timestamptz NOT NULL,
        PRIMARY KEY (message_id, revision)
      )`);
    await runner.query(`
      CREATE TABLE chat_reactions (
        message_id uuid NOT NULL CONSTRAINT chat_reactions_message REFERENCES chat_messages ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT chat_reactions_participant REFERENCES participants ON DELETE CASCADE,
        name text NOT NULL,
        PRIMARY KEY (message_id, participant_id, name)
      )`);
    await runner.query(`
      CREATE TABLE standings (
        participant_id uuid PRIMARY KEY CONSTRAINT standings_participant REFERENCES participants ON DELETE CASCADE,
        muted_until timestamptz,
        banned_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE moderation_log (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT moderation_log_session REFERENCES sessions ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        moderator_id uuid CONSTRAINT moderation_log_moderator REFERENCES participants ON DELETE SET NULL,
        moderator text NOT NULL,
        action text NOT NULL,
        subject text NOT NULL,
        subject_id uuid
      )`);
    await runner.query('CREATE INDEX moderation_log_of_session ON moderation_log (session_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE moderation_log, standings, chat_reactions, chat_edits, chat_messages, chat_channels',
    );
  }
}
