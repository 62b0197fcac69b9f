import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { Announcements } from './announcements.service';
import { isDatabaseAway } from './database-errors';
import { dataSourceOptions, forRequests } from './data-source-options';
import { migrate } from './migrate';

const logger = new Logger('Database');

/** The one connection pool. Features add their entities with `TypeOrmModule.forFeature`. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl, (error) =>
          logger.warn(`lost an idle connection: ${String(error)}`),
        ),
        autoLoadEntities: true,
        // Postgres may still be starting; a wrong password or name is told at once.
        toRetry: isDatabaseAway,
        retryAttempts: 20,
        retryDelay: 1_000,
      }),
      dataSourceFactory: async (options) => {
        if (!options) throw new Error('no data source options');
        const inNoHurry = await new DataSource(options).initialize();
        await migrate(inNoHurry).finally(() => inNoHurry.destroy());
        return new DataSource({ ...options, extra: { ...options.extra, ...forRequests } }).initialize();
      },
    }),
  ],
  providers: [Announcements],
  exports: [Announcements],
})
export class DatabaseModule {}
