import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recorded video messages, sent in through a private link. */
export class Greetings1764288900000 implements MigrationInterface {
  name = 'Greetings1764288900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE greetings (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL CONSTRAINT greetings_event REFERENCES live_events ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'invited',
        speaker jsonb NOT NULL,
        language text NOT NULL,
        position integer NOT NULL,
        secret_hash text NOT NULL CONSTRAINT greetings_secret UNIQUE,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        upload_id uuid,
        original jsonb,
        job integer NOT NULL DEFAULT 0,
        progress integer NOT NULL DEFAULT 0,
        refusal text,
        note text,
        files jsonb,
        trim jsonb,
        approved_sha256 text,
        changed_by text
      )`);
    await runner.query('CREATE INDEX greetings_of_event ON greetings (event_id, position)');
    await runner.query(`
      CREATE TABLE greeting_subtitles (
        greeting_id uuid CONSTRAINT greeting_subtitles_greeting REFERENCES greetings ON DELETE CASCADE,
        language text,
        vtt text NOT NULL,
        PRIMARY KEY (greeting_id, language)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE greeting_subtitles');
    await runner.query('DROP TABLE greetings');
  }
}
