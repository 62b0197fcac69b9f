import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plan of a session, who changed what of it, and what was taken when. */
export class Rundown1764288710000 implements MigrationInterface {
  name = 'Rundown1764288710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cues (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT cues_session REFERENCES sessions ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        position integer NOT NULL,
        type text NOT NULL,
        title jsonb NOT NULL,
        speakers jsonb NOT NULL,
        starts_at timestamptz,
        length_seconds integer NOT NULL,
        layout text NOT NULL,
        picks jsonb NOT NULL,
        greeting_id uuid,
        notes text NOT NULL,
        ad_lib boolean NOT NULL,
        skipped boolean NOT NULL DEFAULT false,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        removed_at timestamptz
      )`);
    await runner.query('CREATE INDEX cues_of_session ON cues (session_id)');
    await runner.query(`
      CREATE TABLE rundowns (
        session_id uuid PRIMARY KEY CONSTRAINT rundowns_session REFERENCES sessions ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 0,
        order_version integer NOT NULL DEFAULT 0,
        order_changed_by text,
        run integer NOT NULL DEFAULT 0,
        standby_cue_id uuid CONSTRAINT rundowns_standby REFERENCES cues ON DELETE SET NULL
      )`);
    await runner.query(`
      CREATE TABLE takes (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT takes_session REFERENCES sessions ON DELETE CASCADE,
        run integer NOT NULL,
        number integer NOT NULL,
        cue_id uuid NOT NULL CONSTRAINT takes_cue REFERENCES cues ON DELETE CASCADE,
        rehearsal boolean NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        length_seconds integer NOT NULL,
        held_seconds double precision NOT NULL DEFAULT 0,
        held_since timestamptz,
        taken_by text NOT NULL,
        CONSTRAINT takes_in_order UNIQUE (session_id, run, number)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX takes_one_open ON takes (session_id, run) WHERE ended_at IS NULL`);
    await runner.query(`
      CREATE TABLE cue_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cue_id uuid NOT NULL CONSTRAINT cue_changes_cue REFERENCES cues ON DELETE CASCADE,
        participant_id uuid CONSTRAINT cue_changes_participant REFERENCES participants ON DELETE SET NULL,
        changed_by text NOT NULL,
        action text NOT NULL,
        before jsonb,
        after jsonb,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX cue_changes_of_cue ON cue_changes (cue_id, id)');
    await runner.query('ALTER TABLE feeds ADD COLUMN greeting_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE feeds DROP COLUMN greeting_id');
    await runner.query('DROP TABLE cue_changes, takes, rundowns, cues');
  }
}
