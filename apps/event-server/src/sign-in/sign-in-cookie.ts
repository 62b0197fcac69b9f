import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Fault } from '@manyhalls/contracts';
import { Config } from '../config/config';
import { signInLifeMs } from './sign-ins.service';

const name = 'manyhalls-sign-in';

/**
 * The secret that refreshes a sign-in, as a cookie that pages cannot read and that other sites cannot make a browser
 * send. Its path is the sign-in's own, so that one browser can hold several: an organiser who tries the attendee's page.
 */
@Injectable()
export class SignInCookie {
  constructor(private readonly config: Config) {}

  give(response: Response, signInId: string, secret: string): void {
    response.cookie(name, secret, { ...this.scope(signInId), maxAge: signInLifeMs });
  }

  take(response: Response, signInId: string): void {
    response.clearCookie(name, this.scope(signInId));
  }

  /** @throws {Fault} `not-signed-in` */
  read(request: Request): string {
    const cookies: Record<string, unknown> = request.cookies;
    const secret = cookies[name];
    if (typeof secret !== 'string') throw new Fault('not-signed-in', 'the cookie of this sign-in is missing');
    return secret;
  }

  private scope(signInId: string): CookieOptions {
    return {
      path: `/api/sign-ins/${signInId}`,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.overTls,
    };
  }
}
