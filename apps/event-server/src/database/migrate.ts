import type { DataSource } from 'typeorm';

/** Any number will do, as long as every event-server uses the same one. */
const migrationLock = 7_301_202_007;

/**
 * Brings the database up to date. Several servers may start at once: the first one migrates, the others wait for it.
 * The lock belongs to the connection, so a server that dies half-way gives it back.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const keeper = dataSource.createQueryRunner();
  try {
    await keeper.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations({ transaction: 'each' });
    await keeper.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await keeper.release();
  }
}
