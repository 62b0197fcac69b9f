import {
  EditMessageDto,
  Fault,
  MessageIdDto,
  ReactDto,
  ReadChatDto,
  SendMessageDto,
  type ChatPageDto,
  type MessageDto,
} from '@manyhalls/contracts';
import { joinedSession } from '../live/joined-session';
import { LiveGateway } from '../live/live-gateway.decorator';
import type { LiveSocket } from '../live/live-socket';
import { OnRequest } from '../live/on-request';
import { PersonalLimit } from '../live/personal-limit';
import { readerOf, type Actor } from './chat-changes.service';
import { ChatEditing } from './chat-editing.service';
import { ChatReader } from './chat-reader.service';
import { viewOf } from './message';
import { MessageWriter } from './message-writer.service';
import { Reactions } from './reactions.service';
import { cleanWords } from './clean-words';

/** What everybody does in a chat. */
@LiveGateway()
export class ChatGateway {
  private readonly limits = {
    read: new PersonalLimit(20, 4),
    send: new PersonalLimit(5, 1),
    change: new PersonalLimit(10, 1),
    react: new PersonalLimit(20, 4),
  };

  constructor(
    private readonly reader: ChatReader,
    private readonly writer: MessageWriter,
    private readonly editing: ChatEditing,
    private readonly reactions: Reactions,
  ) {}

  @OnRequest('chat:read', ReadChatDto, 'chat:use')
  async read(socket: LiveSocket, request: ReadChatDto): Promise<ChatPageDto> {
    const { sessionId, ticket } = this.admit(socket, 'read');
    const { channel } = request;
    const reader = readerOf(ticket);
    demandChannel(channel, reader);
    return this.reader.read({ sessionId, channel }, request, reader);
  }

  @OnRequest('chat:send', SendMessageDto, 'chat:use')
  async send(socket: LiveSocket, request: SendMessageDto): Promise<MessageDto> {
    const { sessionId, ticket } = this.admit(socket, 'send');
    const reader = readerOf(ticket);
    const { channel, clientMessageId, language, replyToId = null, mentionedIds = [] } = request;
    demandChannel(channel, reader);
    const message = await this.writer.write({
      ...reader,
      sessionId,
      channel,
      clientMessageId,
      text: cleanWords(request.text),
      language,
      replyToId,
      mentionedIds,
    });
    return viewOf(message, reader)!;
  }

  @OnRequest('chat:edit', EditMessageDto, 'chat:use')
  async edit(socket: LiveSocket, { messageId, text }: EditMessageDto): Promise<MessageDto> {
    return this.editing.edit(this.admit(socket, 'change'), messageId, cleanWords(text));
  }

  @OnRequest('chat:delete', MessageIdDto, 'chat:use')
  async remove(socket: LiveSocket, { messageId }: MessageIdDto): Promise<MessageDto> {
    return this.editing.remove(this.admit(socket, 'change'), messageId);
  }

  @OnRequest('chat:restore', MessageIdDto, 'chat:use')
  async restore(socket: LiveSocket, { messageId }: MessageIdDto): Promise<MessageDto> {
    return this.editing.restore(this.admit(socket, 'change'), messageId);
  }

  @OnRequest('chat:react', ReactDto, 'chat:use')
  async react(socket: LiveSocket, request: ReactDto): Promise<MessageDto> {
    return this.reactions.react(this.admit(socket, 'react'), request);
  }

  /** The crew is busy on the day, and known. */
  private admit(socket: LiveSocket, kind: keyof ChatGateway['limits']): Actor {
    const sessionId = joinedSession(socket);
    const { ticket } = socket.data;
    if (!readerOf(ticket).isCrew) this.limits[kind].demand(ticket.participantId);
    return { sessionId, ticket };
  }
}

function demandChannel(channel: SendMessageDto['channel'], { isCrew }: { isCrew: boolean }): void {
  if (channel === 'crew' && !isCrew) throw new Fault('forbidden', 'this channel is the crew’s own');
}
