import { randomBytes } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { DatabaseModule } from '../database/database.module';
import { Secrets } from './secrets';

/** Made once by whichever server comes first, kept in Postgres, and so the same on every server and after a restart. */
async function kept(dataSource: DataSource, name: string): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  await dataSource.query(
    'INSERT INTO installation_secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
    [name, fresh],
  );
  const rows: { value: string }[] = await dataSource.query(
    'SELECT value FROM installation_secrets WHERE name = $1',
    [name],
  );
  const value = rows[0]?.value;
  if (!value) throw new Error(`the secret "${name}" is not in the database`);
  return value;
}

@Global()
@Module({
  imports: [DatabaseModule],
  providers: [
    {
      provide: Secrets,
      inject: [DataSource, Config],
      useFactory: async (dataSource: DataSource, config: Config) =>
        new Secrets(
          new TextEncoder().encode(config.signingSecret ?? (await kept(dataSource, 'signing'))),
          config.nodeSecret ?? (await kept(dataSource, 'node')),
        ),
    },
  ],
  exports: [Secrets],
})
export class SecretsModule {}
