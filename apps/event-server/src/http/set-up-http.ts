import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config';
import { demandJson } from './demand-json';
import { serveOpenApi } from './open-api';
import { securityHeaders } from './security-headers';
import { webClient } from './web-client';

const bodyLimit = '256kb';

/** What stands before every route. */
export function setUpHttp(app: NestExpressApplication, config: Config): void {
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(securityHeaders(config));
  app.use(webClient());
  app.use('/api', keepNothing);
  serveOpenApi(app);
  app.use('/api', demandJson);
  app.useBodyParser('json', { limit: bodyLimit });
  app.use(cookieParser());
}

/** Answers name people and carry tickets: no browser or proxy keeps them. */
function keepNothing(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
