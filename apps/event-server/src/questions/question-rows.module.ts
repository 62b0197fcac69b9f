import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { ModerationModule } from '../moderation/moderation.module';
import { ParticipantsModule } from '../participants/participants.module';
import { QuestionNews } from './question-news.service';
import { QuestionRows } from './question-rows.service';
import { QuestionStage } from './stage.service';
import { QuestionEntity, QuestionHistoryEntity, QuestionTranslationEntity } from './question.entity';

/** Apart from `QuestionsModule`, because the show state reads the question on stage and moderators change it. */
@Module({
  imports: [
    LiveModule,
    ModerationModule,
    ParticipantsModule,
    TypeOrmModule.forFeature([QuestionEntity, QuestionTranslationEntity, QuestionHistoryEntity]),
  ],
  providers: [QuestionRows, QuestionNews, QuestionStage],
  exports: [QuestionRows, QuestionNews, QuestionStage],
})
export class QuestionRowsModule {}
