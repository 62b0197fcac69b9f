import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Fault } from '@manyhalls/contracts';
import { Config } from '../../config/config';
import { sameSecret } from '../../media-plane/remote/same-secret';
import { Secrets } from '../../secrets/secrets';
import { SignInsService } from '../../sign-in/sign-ins.service';
import type { Ticket } from '../../sign-in/ticket';

const name = 'manyhalls-preview';
const lifeMs = 12 * 3600 * 1000;

/**
 * Lets somebody of the crew watch one greeting: a cookie, since `<video>` cannot send a ticket, for that greeting's
 * preview alone. It holds as long as the sign-in does.
 */
@Injectable()
export class PreviewPass {
  constructor(
    private readonly secrets: Secrets,
    private readonly signIns: SignInsService,
    private readonly config: Config,
  ) {}

  give(response: Response, greetingId: string, { signInId }: Ticket): void {
    const endsAt = Date.now() + lifeMs;
    response.cookie(name, `${signInId}.${endsAt}.${this.sign(greetingId, signInId, endsAt)}`, {
      path: `/api/greetings/${greetingId}/preview`,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.overTls,
      maxAge: lifeMs,
    });
  }

  isShown(request: Request): boolean {
    return typeof (request.cookies as Record<string, unknown>)[name] === 'string';
  }

  /** @throws {Fault} `not-signed-in`, `revoked` */
  async check(request: Request, greetingId: string): Promise<void> {
    const pass = (request.cookies as Record<string, unknown>)[name];
    const [, signInId = '', endsAt = '', signature = ''] =
      /^([\w-]{36})\.(\d{13})\.([\w-]{43})$/.exec(String(pass)) ?? [];
    if (
      !sameSecret(signature, this.sign(greetingId, signInId, Number(endsAt))) ||
      Number(endsAt) < Date.now()
    )
      throw new Fault('not-signed-in', 'ask for the preview anew');
    await this.signIns.check(signInId);
  }

  private sign(greetingId: string, signInId: string, endsAt: number): string {
    return this.secrets.derive(`preview ${greetingId} ${signInId} ${endsAt}`);
  }
}
