import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ParticipantsModule } from '../participants/participants.module';
import { QuestionRows } from './question-rows.service';
import { QuestionEntity, QuestionHistoryEntity, QuestionTranslationEntity } from './question.entity';

/** Apart from `QuestionsModule`, because the show state reads the question on stage and moderators change it. */
@Module({
  imports: [
    ParticipantsModule,
    TypeOrmModule.forFeature([QuestionEntity, QuestionTranslationEntity, QuestionHistoryEntity]),
  ],
  providers: [QuestionRows],
  exports: [QuestionRows],
})
export class QuestionRowsModule {}
