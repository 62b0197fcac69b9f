import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the audience is asked, and what each person has chosen. */
export class Polls1764288400000 implements MigrationInterface {
  name = 'Polls1764288400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE polls (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT polls_session REFERENCES sessions ON DELETE CASCADE,
        client_poll_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL,
        question jsonb NOT NULL,
        options jsonb NOT NULL,
        multiple boolean NOT NULL,
        results_shown boolean NOT NULL DEFAULT false,
        made_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT polls_once UNIQUE (session_id, client_poll_id)
      )`);
    await runner.query('CREATE INDEX polls_of_session ON polls (session_id)');
    await runner.query(`CREATE UNIQUE INDEX polls_one_open ON polls (session_id) WHERE state = 'open'`);
    await runner.query(`
      CREATE TABLE poll_answers (
        poll_id uuid NOT NULL CONSTRAINT poll_answers_poll REFERENCES polls ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT poll_answers_participant REFERENCES participants ON DELETE CASCADE,
        choices smallint[] NOT NULL CONSTRAINT poll_answers_chosen CHECK (cardinality(choices) > 0),
        PRIMARY KEY (poll_id, participant_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE poll_answers, polls');
  }
}
