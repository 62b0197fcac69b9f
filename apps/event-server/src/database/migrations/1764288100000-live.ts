import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is in a session, what is published in it, and how often its show state has changed. */
export class Live1764288100000 implements MigrationInterface {
  name = 'Live1764288100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shows (
        session_id uuid PRIMARY KEY CONSTRAINT shows_session REFERENCES sessions ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE peers (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT peers_session REFERENCES sessions ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT peers_participant REFERENCES participants ON DELETE CASCADE,
        sign_in_id uuid NOT NULL,
        role text NOT NULL,
        venue_id uuid,
        country text,
        node_id text,
        socket_id text,
        seen_at timestamptz NOT NULL DEFAULT now(),
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz
      )`);
    await runner.query('CREATE INDEX peers_open_of_session ON peers (session_id) WHERE closed_at IS NULL');
    await runner.query('CREATE INDEX peers_open_by_seen ON peers (seen_at) WHERE closed_at IS NULL');
    await runner.query('CREATE INDEX peers_open_of_sign_in ON peers (sign_in_id) WHERE closed_at IS NULL');
    await runner.query(`
      CREATE TABLE feeds (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT feeds_session REFERENCES sessions ON DELETE CASCADE,
        venue_id uuid NOT NULL CONSTRAINT feeds_venue REFERENCES venues ON DELETE CASCADE,
        participant_id uuid CONSTRAINT feeds_participant REFERENCES participants ON DELETE SET NULL,
        peer_id uuid,
        source text NOT NULL,
        state text NOT NULL,
        display_name text NOT NULL,
        microphone_place text NOT NULL,
        muted text[] NOT NULL,
        online boolean NOT NULL,
        tracks jsonb NOT NULL,
        generation integer NOT NULL,
        file jsonb,
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX feeds_one_a_source ON feeds (session_id, venue_id, source) WHERE closed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feeds, peers, shows');
  }
}
