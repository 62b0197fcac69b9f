import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { LiveEventsModule } from '../live-events/live-events.module';
import { ModerationModule } from '../moderation/moderation.module';
import { ParticipantsModule } from '../participants/participants.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ShowModule } from '../show/show.module';
import { AskingGateway } from './asking.gateway';
import { AskingService } from './asking.service';
import { EditingService } from './editing.service';
import { MergingService } from './merging.service';
import { ModeratingGateway } from './moderating.gateway';
import { MovingService } from './moving.service';
import { OrderingService } from './ordering.service';
import { QuestionChanges } from './question-changes.service';
import { QuestionEntity, QuestionHistoryEntity } from './question.entity';
import { QuestionExportController } from './question-export.controller';
import { QuestionExport } from './question-export.service';
import { QuestionList } from './question-list.service';
import { QuestionRowsModule } from './question-rows.module';
import { UnmergingService } from './unmerging.service';
import { VoteNews } from './vote-news.service';
import { VotingService } from './voting.service';

@Module({
  imports: [
    LiveModule,
    LiveEventsModule,
    ModerationModule,
    ParticipantsModule,
    QuestionRowsModule,
    SessionsModule,
    ShowModule,
    TypeOrmModule.forFeature([QuestionEntity, QuestionHistoryEntity]),
  ],
  controllers: [QuestionExportController],
  providers: [
    QuestionChanges,
    QuestionList,
    QuestionExport,
    AskingService,
    MovingService,
    EditingService,
    OrderingService,
    MergingService,
    UnmergingService,
    VotingService,
    VoteNews,
    AskingGateway,
    ModeratingGateway,
  ],
})
export class QuestionsModule {}
