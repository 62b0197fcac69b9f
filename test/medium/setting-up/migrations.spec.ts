import { DataSource } from 'typeorm';
import { migrate } from '../../../apps/event-server/src/database/migrate';
import { dataSourceOptions } from '../../../apps/event-server/src/database/data-source-options';
import { freshDatabase, type FreshDatabase } from '../../factories/database';
import { startServer } from '../../factories/server';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const connect = () => new DataSource(dataSourceOptions(database.url, () => {})).initialize();
const tables = async () =>
  (await database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
    (row) => row.tablename,
  );

it('brings an empty database up, and down again to nothing', async () => {
  const dataSource = await connect();
  await migrate(dataSource);
  expect(await tables()).toContain('sign_ins');
  for (const _ of dataSource.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
  await dataSource.destroy();
  expect(await tables()).toEqual(['migrations']);
});

it('is run by one server when several start at once, and by none when it is done', async () => {
  const dataSources = await Promise.all([connect(), connect(), connect()]);
  await Promise.all(dataSources.map(migrate));
  await migrate(dataSources[0]!);
  const done = await database.query('SELECT name FROM migrations');
  expect(done).toHaveLength(dataSources[0]!.migrations.length);
  await Promise.all(dataSources.map((dataSource) => dataSource.destroy()));
});

it('makes every column that the entities declare, with its type and default, and no other', async () => {
  const server = await startServer({}, database);
  const { upQueries } = await server.app.get(DataSource).driver.createSchemaBuilder().log();
  // Constraints and indexes between features are named in the migrations alone.
  const differences = upQueries
    .map(({ query }) => query)
    .filter((query) => !/^DROP INDEX|DROP CONSTRAINT|^ALTER TABLE "\w+" ADD CONSTRAINT/.test(query));
  await server.stop();
  expect(differences).toEqual([]);
});
