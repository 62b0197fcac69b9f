import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the greetings are that are being played, or about to be. */
export class Playbacks1764289100000 implements MigrationInterface {
  name = 'Playbacks1764289100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE playbacks (
        feed_id uuid PRIMARY KEY CONSTRAINT playbacks_feed REFERENCES feeds ON DELETE CASCADE,
        greeting_id uuid NOT NULL CONSTRAINT playbacks_greeting REFERENCES greetings ON DELETE CASCADE,
        take_id uuid,
        state text NOT NULL,
        started_at timestamptz,
        position_seconds double precision NOT NULL,
        fault text,
        leased_by uuid,
        leased_until timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE playbacks');
  }
}
