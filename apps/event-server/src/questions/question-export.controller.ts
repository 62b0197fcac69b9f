import { Controller, Get, Header } from '@nestjs/common';
import { IdParam } from '../http/id-param';
import { Unhurried } from '../http/unhurried';
import { Requires } from '../sign-in/requires';
import { QuestionExport, type ExportedQuestion } from './question-export.service';
import { toQuestionTable } from './question-table';

@Unhurried()
@Requires('question:moderate')
@Controller('api/events/:eventId/sessions/:sessionId')
export class QuestionExportController {
  constructor(private readonly questions: QuestionExport) {}

  @Header('Content-Disposition', 'attachment; filename="questions.json"')
  @Get('questions.json')
  async asJson(
    @IdParam('eventId') eventId: string,
    @IdParam('sessionId') sessionId: string,
  ): Promise<{ questions: ExportedQuestion[] }> {
    return { questions: await this.questions.of(eventId, sessionId) };
  }

  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="questions.csv"')
  @Get('questions.csv')
  async asCsv(@IdParam('eventId') eventId: string, @IdParam('sessionId') sessionId: string): Promise<string> {
    return toQuestionTable(await this.questions.of(eventId, sessionId));
  }
}
