import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { InvitationSecretDto, type OfficeGreetingDto } from '@manyhalls/contracts';
import { IdParam } from '../../http/id-param';
import { PerMinute } from '../../http/rate-limit';
import { Public } from '../../sign-in/requires';
import { OfficeCookie } from './office-cookie';
import { OfficeService } from './office.service';

/** For the office behind a private link: the secret, and then the cookie, is what proves the caller. */
@Public()
@Controller('api/greetings')
export class OfficeController {
  constructor(
    private readonly office: OfficeService,
    private readonly cookie: OfficeCookie,
  ) {}

  /** The secret comes in the body and is never part of an address that a server or proxy writes down. */
  @PerMinute(120)
  @HttpCode(200)
  @Post('open')
  async open(
    @Body() { secret }: InvitationSecretDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OfficeGreetingDto> {
    const greeting = await this.office.prove(secret);
    this.cookie.give(response, greeting.id, secret, greeting.expiresAt);
    return this.office.describe(greeting);
  }

  @PerMinute(1200)
  @Get(':greetingId')
  async read(@Req() request: Request, @IdParam('greetingId') id: string): Promise<OfficeGreetingDto> {
    return this.office.describe(await this.office.greetingOf(request, id));
  }
}
