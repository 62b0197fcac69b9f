import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { InvitationSecretDto, type InvitationPreviewDto, type SignInDto } from '@manyhalls/contracts';
import { PerMinute } from '../http/rate-limit';
import { Public } from '../sign-in/requires';
import { SignInCookie } from '../sign-in/sign-in-cookie';
import { SignInsService } from '../sign-in/sign-ins.service';
import { RedemptionService } from './redemption.service';

/** The secret comes in the body and is never part of an address that a server or proxy writes down. */
@Public()
@Controller('api/invitations')
export class RedemptionController {
  constructor(
    private readonly redemption: RedemptionService,
    private readonly signIns: SignInsService,
    private readonly cookie: SignInCookie,
  ) {}

  @PerMinute(120)
  @HttpCode(200)
  @Post('preview')
  async preview(@Body() { secret }: InvitationSecretDto): Promise<InvitationPreviewDto> {
    return this.redemption.preview(secret);
  }

  @PerMinute(60)
  @HttpCode(200)
  @Post('redeem')
  async redeem(
    @Body() { secret }: InvitationSecretDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInDto> {
    const opened = await this.redemption.redeem(secret);
    this.cookie.give(response, opened.id, opened.secret);
    return this.signIns.describe(opened);
  }
}
