import { Controller, Get, Header } from '@nestjs/common';
import { IdParam } from '../http/id-param';
import { Unhurried } from '../http/unhurried';
import { Requires } from '../sign-in/requires';
import { chatCsv } from './chat-csv';
import { ChatExport, type MessageHistory } from './chat-export.service';

@Unhurried()
@Requires('chat:moderate')
@Controller('api/events/:eventId/sessions/:sessionId')
export class ChatExportController {
  constructor(private readonly chat: ChatExport) {}

  @Get('chat.json')
  async json(
    @IdParam('eventId') eventId: string,
    @IdParam('sessionId') sessionId: string,
  ): Promise<{ messages: MessageHistory[] }> {
    return { messages: await this.chat.of(eventId, sessionId) };
  }

  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="chat.csv"')
  @Get('chat.csv')
  async csv(@IdParam('eventId') eventId: string, @IdParam('sessionId') sessionId: string): Promise<string> {
    return chatCsv(await this.chat.of(eventId, sessionId));
  }
}
