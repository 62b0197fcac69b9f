import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { setUpHttp } from './http/set-up-http';
import { tlsFiles } from './http/tls';
import { QuietStartLogger } from './quiet-start-logger';
import { LeanIoAdapter } from './wire/lean-io.adapter';

/** Makes the event-server as it runs in production; the caller makes it listen. Tests use it too. */
export async function createApp(
  config: Config,
  logger: LoggerService = new QuietStartLogger(),
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    httpsOptions: tlsFiles(config),
    forceCloseConnections: true,
    abortOnError: false,
    logger,
    bodyParser: false,
  });
  setUpHttp(app, config);
  app.useWebSocketAdapter(new LeanIoAdapter(app));
  return app;
}
