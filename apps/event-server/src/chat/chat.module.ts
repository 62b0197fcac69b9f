import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { ModerationModule } from '../moderation/moderation.module';
import { ChatChanges } from './chat-changes.service';
import { ChatEditing } from './chat-editing.service';
import { ChatModerationGateway } from './chat-moderation.gateway';
import { ChatModeration } from './chat-moderation.service';
import { ChatNews } from './chat-news.service';
import { ChatReader } from './chat-reader.service';
import { ChatGateway } from './chat.gateway';
import { MessageWriter } from './message-writer.service';
import { Reactions } from './reactions.service';

@Module({
  imports: [LiveModule, ModerationModule],
  providers: [
    ChatNews,
    ChatReader,
    MessageWriter,
    Reactions,
    ChatChanges,
    ChatEditing,
    ChatModeration,
    ChatGateway,
    ChatModerationGateway,
  ],
})
export class ChatModule {}
