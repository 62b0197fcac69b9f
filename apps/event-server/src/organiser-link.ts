/**
 * `npm run organiser-link`: prints a link for one more organiser of the whole installation.
 * `npm run organiser-link -- --only`: and revokes all others, for when a link got into wrong hands.
 */
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { config as loadDotenv } from 'dotenv';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { readConfig } from './config/read-config';
import { DatabaseModule } from './database/database.module';
import { fail } from './fail';
import { HttpModule } from './http/http.module';
import { FirstOrganiser } from './invitations/first-organiser';
import { InvitationsModule } from './invitations/invitations.module';
import { SecretsModule } from './secrets/secrets.module';

/** As much of the server as the command needs: no media, no port. */
@Module({})
class OrganiserLinkModule {
  static with(config: Config): DynamicModule {
    return {
      module: OrganiserLinkModule,
      imports: [ConfigModule.with(config), DatabaseModule, SecretsModule, HttpModule, InvitationsModule],
    };
  }
}

async function organiserLink(): Promise<void> {
  loadDotenv({ quiet: true });
  const app = await NestFactory.createApplicationContext(OrganiserLinkModule.with(readConfig(process.env)), {
    logger: ['warn', 'error', 'fatal'],
    abortOnError: false,
  });
  const organiser = app.get(FirstOrganiser, { strict: false });
  console.log(await (process.argv.includes('--only') ? organiser.onlyLink() : organiser.freshLink()));
  await app.close();
}

organiserLink().catch(fail);
