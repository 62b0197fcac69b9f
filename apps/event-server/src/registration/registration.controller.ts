import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RegistrationDto, type SignInDto } from '@manyhalls/contracts';
import { PerMinute } from '../http/rate-limit';
import { Public } from '../sign-in/requires';
import { SignInCookie } from '../sign-in/sign-in-cookie';
import { SignInsService } from '../sign-in/sign-ins.service';
import { RegistrationService } from './registration.service';

@Public()
@Controller('api/public/events/:slug')
export class RegistrationController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly signIns: SignInsService,
    private readonly cookie: SignInCookie,
  ) {}

  @PerMinute(300)
  @Post('register')
  async register(
    @Param('slug') slug: string,
    @Body() dto: RegistrationDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInDto> {
    const opened = await this.registration.register(slug, dto);
    this.cookie.give(response, opened.id, opened.secret);
    return this.signIns.describe(opened);
  }
}
