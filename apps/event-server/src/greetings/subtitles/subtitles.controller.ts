import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { SeenGreetingDto, SubtitlesDto, type GreetingDto, type Language } from '@manyhalls/contracts';
import { IdParam } from '../../http/id-param';
import { Caller, Requires } from '../../sign-in/requires';
import type { Ticket } from '../../sign-in/ticket';
import { GreetingDtos } from '../greeting-dtos.service';
import { LanguageParam } from './language-param';
import { SubtitlesService } from './subtitles.service';

@Requires('greeting:manage')
@Controller('api/events/:eventId/greetings/:greetingId/subtitles/:language')
export class SubtitlesController {
  constructor(
    private readonly subtitles: SubtitlesService,
    private readonly dtos: GreetingDtos,
  ) {}

  @Put()
  async put(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @LanguageParam() language: Language,
    @Body() { version, text }: SubtitlesDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.subtitles.put(caller, { eventId, id, version }, language, text));
  }

  @HttpCode(200)
  @Post('remove')
  async remove(
    @Caller() caller: Ticket,
    @IdParam('eventId') eventId: string,
    @IdParam('greetingId') id: string,
    @LanguageParam() language: Language,
    @Body() { version }: SeenGreetingDto,
  ): Promise<GreetingDto> {
    return this.dtos.of(await this.subtitles.remove(caller, { eventId, id, version }, language));
  }
}
