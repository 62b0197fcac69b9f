import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';

/** The HTTP API described by itself, as JSON: https://spec.openapis.org/oas/v3.0.3 */
export function serveOpenApi(app: NestExpressApplication): void {
  const about = new DocumentBuilder().setTitle('Manyhalls').setVersion('1').addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, about);
  app.use('/api/docs', (_request: Request, response: Response) => void response.json(document));
}
