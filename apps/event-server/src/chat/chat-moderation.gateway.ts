import {
  ChangeChatSettingsDto,
  MessageIdDto,
  PinMessageDto,
  TranslateMessageDto,
  type ChatSettingsDto,
  type MessageDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { cleanWords } from './clean-words';
import type { Actor } from './chat-changes.service';
import { ChatModeration } from './chat-moderation.service';

/** What only moderators do in a chat. */
@LiveGateway()
export class ChatModerationGateway {
  constructor(private readonly moderation: ChatModeration) {}

  @OnRequest('chat:approve', MessageIdDto, 'chat:moderate')
  async approve(socket: LiveSocket, { messageId }: MessageIdDto): Promise<MessageDto> {
    return this.moderation.approve(actorOf(socket), messageId);
  }

  @OnRequest('chat:pin', PinMessageDto, 'chat:moderate')
  async pin(socket: LiveSocket, { messageId, pinned }: PinMessageDto): Promise<MessageDto> {
    return this.moderation.pin(actorOf(socket), messageId, pinned);
  }

  @OnRequest('chat:translate', TranslateMessageDto, 'chat:moderate')
  async translate(
    socket: LiveSocket,
    { messageId, language, text }: TranslateMessageDto,
  ): Promise<MessageDto> {
    return this.moderation.translate(actorOf(socket), messageId, { language, text: cleanWords(text) });
  }

  @OnRequest('chat:change-settings', ChangeChatSettingsDto, 'chat:moderate')
  async changeSettings(socket: LiveSocket, request: ChangeChatSettingsDto): Promise<ChatSettingsDto> {
    const heldWords = request.heldWords?.map(cleanWords);
    return this.moderation.changeSettings(actorOf(socket), { ...request, heldWords });
  }
}

const actorOf = (socket: LiveSocket): Actor => ({
  sessionId: joinedSession(socket),
  ticket: socket.data.ticket,
});
