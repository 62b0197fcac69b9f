import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { ModerationModule } from '../moderation/moderation.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ChatChanges } from './chat-changes.service';
import { ChatEditing } from './chat-editing.service';
import { ChatExportController } from './chat-export.controller';
import { ChatExport } from './chat-export.service';
import { ChatModerationGateway } from './chat-moderation.gateway';
import { ChatModeration } from './chat-moderation.service';
import { ChatNews } from './chat-news.service';
import { ChatReader } from './chat-reader.service';
import { ChatGateway } from './chat.gateway';
import { MessageWriter } from './message-writer.service';
import { Reactions } from './reactions.service';

@Module({
  imports: [LiveModule, ModerationModule, SessionsModule],
  controllers: [ChatExportController],
  providers: [
    ChatNews,
    ChatReader,
    MessageWriter,
    Reactions,
    ChatChanges,
    ChatEditing,
    ChatModeration,
    ChatExport,
    ChatGateway,
    ChatModerationGateway,
  ],
})
export class ChatModule {}
