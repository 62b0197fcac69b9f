import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '../live/live.module';
import { ShowModule } from '../show/show.module';
import { AskingGateway } from './asking.gateway';
import { AskingService } from './asking.service';
import { EditingService } from './editing.service';
import { MergingService } from './merging.service';
import { ModeratingGateway } from './moderating.gateway';
import { MovingService } from './moving.service';
import { OrderingService } from './ordering.service';
import { QuestionChanges } from './question-changes.service';
import { QuestionEntity } from './question.entity';
import { QuestionList } from './question-list.service';
import { QuestionNews } from './question-news.service';
import { QuestionRowsModule } from './question-rows.module';
import { VoteNews } from './vote-news.service';
import { VotingService } from './voting.service';

@Module({
  imports: [LiveModule, QuestionRowsModule, ShowModule, TypeOrmModule.forFeature([QuestionEntity])],
  providers: [
    QuestionChanges,
    QuestionNews,
    QuestionList,
    AskingService,
    MovingService,
    EditingService,
    OrderingService,
    MergingService,
    VotingService,
    VoteNews,
    AskingGateway,
    ModeratingGateway,
  ],
})
export class QuestionsModule {}
