import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the audience asks, who wants it answered, and what became of it. */
export class Questions1764288300000 implements MigrationInterface {
  name = 'Questions1764288300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE question_counters (
        session_id uuid PRIMARY KEY CONSTRAINT question_counters_session REFERENCES sessions ON DELETE CASCADE,
        last_number integer NOT NULL
      )`);
    // Room on each page, so that counting votes rewrites a row beside itself and touches no index.
    await runner.query(`
      CREATE TABLE questions (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT questions_session REFERENCES sessions ON DELETE CASCADE,
        number integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL,
        text text NOT NULL,
        original_text text NOT NULL,
        language text NOT NULL,
        participant_id uuid NOT NULL CONSTRAINT questions_participant REFERENCES participants ON DELETE CASCADE,
        client_question_id uuid NOT NULL,
        anonymous boolean NOT NULL,
        venue_id uuid CONSTRAINT questions_venue REFERENCES venues ON DELETE CASCADE,
        place text,
        claimed_by uuid CONSTRAINT questions_claimer REFERENCES participants ON DELETE SET NULL,
        assigned_to text,
        answer text,
        rejection_reason text,
        merged_into uuid CONSTRAINT questions_merged REFERENCES questions ON DELETE SET NULL,
        position integer,
        votes integer NOT NULL DEFAULT 0,
        asked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT questions_number UNIQUE (session_id, number),
        CONSTRAINT questions_once UNIQUE (session_id, participant_id, client_question_id)
      ) WITH (fillfactor = 70)`);
    await runner.query(`
      CREATE UNIQUE INDEX questions_one_on_stage ON questions (session_id) WHERE state = 'on-stage'`);
    await runner.query(`
      CREATE TABLE question_translations (
        question_id uuid NOT NULL CONSTRAINT question_translations_question REFERENCES questions ON DELETE CASCADE,
        language text NOT NULL,
        text text NOT NULL,
        PRIMARY KEY (question_id, language)
      )`);
    await runner.query(`
      CREATE TABLE question_votes (
        question_id uuid NOT NULL CONSTRAINT question_votes_question REFERENCES questions ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT question_votes_participant REFERENCES participants ON DELETE CASCADE,
        PRIMARY KEY (question_id, participant_id)
      )`);
    await runner.query(`
      CREATE TABLE question_history (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT question_history_question REFERENCES questions ON DELETE CASCADE,
        participant_id uuid CONSTRAINT question_history_participant REFERENCES participants ON DELETE SET NULL,
        action text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        words text,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX question_history_of_question ON question_history (question_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE question_history, question_votes, question_translations, questions, question_counters`);
  }
}
