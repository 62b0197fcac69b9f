import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether moderators are told who asks anonymously: what an event says now, and what each asker was told. */
export class AnonymousQuestions1764288600000 implements MigrationInterface {
  name = 'AnonymousQuestions1764288600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE live_events ADD COLUMN moderators_see_anonymous boolean NOT NULL DEFAULT false`);
    await runner.query(`
      ALTER TABLE questions ADD COLUMN moderators_see_author boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE questions DROP COLUMN moderators_see_author');
    await runner.query('ALTER TABLE live_events DROP COLUMN moderators_see_anonymous');
  }
}
