import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Fault } from '@manyhalls/contracts';
import { Config } from '../../config/config';

const name = 'manyhalls-greeting';

/**
 * The secret of an office's link, as a cookie that pages cannot read: `<video>` can send no headers. Its path is the
 * greeting's own, so that one browser can hold several.
 */
@Injectable()
export class OfficeCookie {
  constructor(private readonly config: Config) {}

  give(response: Response, greetingId: string, secret: string, expires: Date): void {
    response.cookie(name, secret, { ...this.scope(greetingId), expires });
  }

  /** @throws {Fault} `not-signed-in` */
  read(request: Request): string {
    const cookies: Record<string, unknown> = request.cookies;
    const secret = cookies[name];
    if (typeof secret !== 'string') throw new Fault('not-signed-in', 'open the link that was sent to you');
    return secret;
  }

  private scope(greetingId: string): CookieOptions {
    return {
      path: `/api/greetings/${greetingId}`,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.overTls,
    };
  }
}
