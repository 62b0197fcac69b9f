import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Fault } from '@manyhalls/contracts';
import { IdParam } from '../../http/id-param';
import { MediaFiles } from '../../media-files/media-files.service';
import { Public } from '../../sign-in/requires';
import { GreetingRows } from '../greeting-rows.service';
import { OfficeService } from '../office/office.service';
import { PreviewPass } from './preview-pass';
import { sendMedia } from './send-media';

/** What would be played, for the office that sent it and for the crew: either shows a cookie. */
@Public()
@Controller('api/greetings/:greetingId/preview')
export class PreviewController {
  constructor(
    private readonly rows: GreetingRows,
    private readonly office: OfficeService,
    private readonly pass: PreviewPass,
    private readonly files: MediaFiles,
  ) {}

  @Get()
  async watch(
    @IdParam('greetingId') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (this.pass.isShown(request)) await this.pass.check(request, id);
    else await this.office.greetingOf(request, id);
    const { files } = await this.rows.findOne({ id });
    if (!files) throw new Fault('not-found', 'there is nothing to be watched yet');
    await sendMedia(response, this.files.placeOf(files.large.sha256), 'video/webm');
  }
}
