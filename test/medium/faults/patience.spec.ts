import { DataSource } from 'typeorm';
import { dataSourceOptions, forRequests } from '../../../apps/event-server/src/database/data-source-options';
import { isDatabaseAway } from '../../../apps/event-server/src/database/database-errors';
import { inNoHurry } from '../../../apps/event-server/src/database/patience';
import { freshDatabase, type FreshDatabase } from '../../factories/database';

let database: FreshDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  await database.query('CREATE TABLE notes (words text)');
  const { extra, ...options } = dataSourceOptions(database.url, () => {});
  dataSource = await new DataSource({ ...options, extra: { ...extra, ...forRequests, max: 1 } }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const away = (error: unknown) => isDatabaseAway(error);

it('ends with what takes too long, and keeps nothing of its transaction', async () => {
  const failed = await dataSource
    .transaction(async (manager) => {
      await manager.query("INSERT INTO notes VALUES ('never told')");
      await manager.query('SELECT pg_sleep(60)');
    })
    .catch(away);
  expect(failed).toBe(true);
  // The pool has one connection: had it been used again, this would be within the transaction.
  await dataSource.query("INSERT INTO notes VALUES ('told')");
  expect(await database.query('SELECT words FROM notes')).toEqual([{ words: 'told' }]);
});

it('lasts for what is in no hurry', async () => {
  const [row] = await inNoHurry(() => dataSource.query("SELECT 'read' AS words FROM pg_sleep(2.5)"));
  expect(row).toEqual({ words: 'read' });
});
