import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that merging questions can be undone: where each went first, and which votes came with it. */
export class Unmerging1764288700000 implements MigrationInterface {
  name = 'Unmerging1764288700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE questions ADD COLUMN merged_first_into uuid
        CONSTRAINT questions_merged_first REFERENCES questions ON DELETE SET NULL`);
    await runner.query('UPDATE questions SET merged_first_into = merged_into');
    await runner.query('ALTER TABLE question_votes ADD COLUMN through_merge boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE question_votes DROP COLUMN through_merge');
    await runner.query('ALTER TABLE questions DROP COLUMN merged_first_into');
  }
}
