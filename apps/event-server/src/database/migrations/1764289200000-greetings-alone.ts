import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A greeting's cue shows nothing beside it; and why one cannot be played is a word, no longer a sentence. */
export class GreetingsAlone1764289200000 implements MigrationInterface {
  name = 'GreetingsAlone1764289200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE cues SET layout = 'single', picks = '[]' WHERE type = 'greeting'`);
    await runner.query('UPDATE playbacks SET fault = NULL');
  }

  async down(): Promise<void> {
    // What was there before is not known any more, and what is there now could have been written before.
  }
}
