import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import { SignInDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { PerMinute } from '../http/rate-limit';
import { Public } from './requires';
import { RevocationService } from './revocation.service';
import { SignInCookie } from './sign-in-cookie';
import { SignInsService } from './sign-ins.service';

/** Open to anybody: the cookie is what proves the caller. */
@Public()
@Controller('api/sign-ins/:signInId')
export class SignInController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly revocation: RevocationService,
    private readonly cookie: SignInCookie,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  @PerMinute(1200)
  @HttpCode(200)
  @Post('refresh')
  async refresh(
    @IdParam('signInId') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInDto> {
    const secret = this.cookie.read(request);
    const signIn = await this.signIns.refresh(id, secret);
    this.cookie.give(response, id, secret);
    return signIn;
  }

  @HttpCode(204)
  @Post('sign-out')
  async signOut(
    @IdParam('signInId') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signIns.prove(id, this.cookie.read(request));
    await this.manager.transaction((manager) => this.revocation.revokeSignIn(manager, id));
    this.cookie.take(response, id);
  }
}
