import { Module, type DynamicModule } from '@nestjs/common';
import { AgendaModule } from './agenda/agenda.module';
import { ChatModule } from './chat/chat.module';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { GreetingsModule } from './greetings/greetings.module';
import { HandsModule } from './hands/hands.module';
import { HealthModule } from './health/health.module';
import { DemoModule } from './demo/demo.module';
import { FeedsModule } from './feeds/feeds.module';
import { HttpModule } from './http/http.module';
import { InvitationsModule } from './invitations/invitations.module';
import { JoiningModule } from './joining/joining.module';
import { LiveEventsModule } from './live-events/live-events.module';
import { ModerationModule } from './moderation/moderation.module';
import { ParticipantsModule } from './participants/participants.module';
import { PollsModule } from './polls/polls.module';
import { QuestionsModule } from './questions/questions.module';
import { RegistrationModule } from './registration/registration.module';
import { RundownModule } from './rundown/rundown.module';
import { SecretsModule } from './secrets/secrets.module';
import { SessionsModule } from './sessions/sessions.module';
import { SignInModule } from './sign-in/sign-in.module';
import { VenuesModule } from './venues/venues.module';

/** The whole event-server: one line a feature. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule,
        SecretsModule,
        HttpModule,
        HealthModule,
        SignInModule,
        ParticipantsModule,
        LiveEventsModule,
        VenuesModule,
        SessionsModule,
        AgendaModule,
        InvitationsModule,
        RegistrationModule,
        JoiningModule,
        FeedsModule,
        ModerationModule,
        ChatModule,
        QuestionsModule,
        HandsModule,
        PollsModule,
        RundownModule,
        GreetingsModule,
        DemoModule,
      ],
    };
  }
}
