import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attendees who ask to speak; during their turn they publish a feed that comes from no hall. */
export class Hands1764288500000 implements MigrationInterface {
  name = 'Hands1764288500000';

  async up(runner: QueryRunner): Promise<void> {
    // Of the moment, not of the transaction: people wait for each other inside one, and the queue is in this order.
    await runner.query(`
      CREATE TABLE hands (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT hands_session REFERENCES sessions ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT hands_participant REFERENCES participants ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL,
        words text,
        raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        seen_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX hands_one_a_person ON hands (session_id, participant_id)
      WHERE state IN ('raised', 'admitted', 'on-programme')`);
    await runner.query('ALTER TABLE feeds ALTER COLUMN venue_id DROP NOT NULL');
    await runner.query(`
      CREATE UNIQUE INDEX feeds_one_a_speaker ON feeds (session_id, participant_id, source)
      WHERE closed_at IS NULL AND venue_id IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX feeds_one_a_speaker');
    await runner.query('DELETE FROM feeds WHERE venue_id IS NULL');
    await runner.query('ALTER TABLE feeds ALTER COLUMN venue_id SET NOT NULL');
    await runner.query('DROP TABLE hands');
  }
}
