import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Fault, type Language } from '@manyhalls/contracts';
import { isCrew, isPlayable } from '@manyhalls/domain';
import { IdParam } from '../../http/id-param';
import { MediaFiles } from '../../media-files/media-files.service';
import { Caller, Requires } from '../../sign-in/requires';
import type { Ticket } from '../../sign-in/ticket';
import type { Greeting } from '../greeting';
import { GreetingRows } from '../greeting-rows.service';
import { LanguageParam } from '../subtitles/language-param';
import { SubtitlesService } from '../subtitles/subtitles.service';
import { PreviewPass } from './preview-pass';
import { sendMedia } from './send-media';

/** Pictures and subtitles of greetings, for everybody in the event; the audience has them once they are approved. */
@Requires('session:join')
@Controller('api/events/:eventId/greetings/:greetingId')
export class GreetingMediaController {
  constructor(
    private readonly rows: GreetingRows,
    private readonly subtitles: SubtitlesService,
    private readonly pass: PreviewPass,
    private readonly files: MediaFiles,
  ) {}

  /** Lets the caller watch the preview. */
  @Requires('rundown:read')
  @HttpCode(204)
  @Post('watch')
  async watch(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.rows.findOne({ id, eventId });
    this.pass.give(response, id, caller);
  }

  @Get('poster')
  async poster(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { files } = await this.visible(caller, eventId, id);
    if (!files) throw new Fault('not-found', 'there is no picture yet');
    await sendMedia(response, this.files.placeOf(files.poster.sha256), 'image/jpeg');
  }

  @Get('subtitles/:language')
  async read(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @LanguageParam() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const greeting = await this.visible(caller, eventId, id);
    response.type('text/vtt; charset=utf-8');
    return this.subtitles.read(greeting, language);
  }

  private async visible({ role }: Ticket, eventId: string, id: string): Promise<Greeting> {
    const greeting = await this.rows.findOne({ id, eventId });
    if (!isCrew(role) && !isPlayable(greeting.state))
      throw new Fault('not-found', 'there is no such greeting');
    return greeting;
  }
}
