import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events, halls, sessions, people, and how they sign in. */
export class SettingUp1764288000000 implements MigrationInterface {
  name = 'SettingUp1764288000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE installation_secrets (
        name text PRIMARY KEY,
        value text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE live_events (
        id uuid PRIMARY KEY,
        slug text NOT NULL CONSTRAINT live_events_slug UNIQUE,
        title jsonb NOT NULL,
        description jsonb,
        languages text[] NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        co_hosts jsonb NOT NULL,
        consent jsonb NOT NULL,
        registration_open boolean NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT live_events_days CHECK (first_day <= last_day)
      )`);
    await runner.query(`
      CREATE TABLE venues (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL CONSTRAINT venues_event REFERENCES live_events ON DELETE CASCADE,
        key text NOT NULL,
        city jsonb NOT NULL,
        name jsonb NOT NULL,
        country text NOT NULL,
        time_zone text NOT NULL,
        home_node text NOT NULL,
        position integer NOT NULL,
        CONSTRAINT venues_key UNIQUE (event_id, key)
      )`);
    await runner.query(`
      CREATE TABLE participants (
        id uuid PRIMARY KEY,
        event_id uuid CONSTRAINT participants_event REFERENCES live_events ON DELETE CASCADE,
        role text NOT NULL,
        venue_id uuid CONSTRAINT participants_venue REFERENCES venues,
        display_name text NOT NULL,
        institution text NOT NULL,
        country text,
        language text NOT NULL,
        consent_version text,
        consented_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        CONSTRAINT participants_installation CHECK (event_id IS NOT NULL OR role = 'organiser')
      )`);
    await runner.query('CREATE INDEX participants_of_event ON participants (event_id, created_at, id)');
    await runner.query(`
      CREATE TABLE invitations (
        id uuid PRIMARY KEY,
        participant_id uuid NOT NULL CONSTRAINT invitations_participant REFERENCES participants ON DELETE CASCADE,
        secret_hash text NOT NULL CONSTRAINT invitations_secret UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        redeemed_at timestamptz,
        CONSTRAINT invitations_one_a_participant UNIQUE (participant_id)
      )`);
    await runner.query(`
      CREATE TABLE sign_ins (
        id uuid PRIMARY KEY,
        participant_id uuid NOT NULL CONSTRAINT sign_ins_participant REFERENCES participants ON DELETE CASCADE,
        secret_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await runner.query('CREATE INDEX sign_ins_of_participant ON sign_ins (participant_id)');
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL CONSTRAINT sessions_event REFERENCES live_events ON DELETE CASCADE,
        title jsonb NOT NULL,
        kind text NOT NULL,
        status text NOT NULL DEFAULT 'scheduled',
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT sessions_times CHECK (starts_at < ends_at)
      )`);
    await runner.query('CREATE INDEX sessions_of_event ON sessions (event_id, starts_at)');
    await runner.query(`
      CREATE TABLE session_venues (
        session_id uuid NOT NULL CONSTRAINT session_venues_session REFERENCES sessions ON DELETE CASCADE,
        venue_id uuid NOT NULL CONSTRAINT session_venues_venue REFERENCES venues,
        position integer NOT NULL,
        PRIMARY KEY (session_id, venue_id)
      )`);
    await runner.query(`
      CREATE TABLE session_moderators (
        session_id uuid NOT NULL CONSTRAINT session_moderators_session REFERENCES sessions ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT session_moderators_participant REFERENCES participants ON DELETE CASCADE,
        position integer NOT NULL,
        PRIMARY KEY (session_id, participant_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE session_moderators, session_venues, sessions, sign_ins, invitations, participants, venues,
        live_events, installation_secrets`);
  }
}
