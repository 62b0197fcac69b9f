import { Injectable } from '@nestjs/common';
import type { ChatSettingsDto } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { LiveSockets } from '../live/live-sockets.service';
import { rooms } from '../live/rooms';
import { settingsForAudience, type ChannelKey } from './channel';
import { everybody, theCrew, viewsOf, type Message, type Reader } from './message';

/** Telling a session what is new in its chat, each kind of reader what they may know. */
@Injectable()
export class ChatNews {
  constructor(private readonly sockets: LiveSockets) {}

  /** After the acknowledgements of this turn: who wrote has waited longest. */
  tellSoon(key: ChannelKey, messages: Message[]): void {
    if (messages.length > 0) setImmediate(() => this.tell(key, messages));
  }

  tellSettings(sessionId: string, settings: ChatSettingsDto): void {
    this.sockets.tell(rooms.crew(sessionId), 'chat:settings-changed', settings);
    this.sockets.tell(rooms.audience(sessionId), 'chat:settings-changed', settingsForAudience(settings));
  }

  private tell({ sessionId, channel }: ChannelKey, messages: Message[]): void {
    const tellRoom = (room: string, reader: Reader, news = messages) => {
      const views = viewsOf(news, reader);
      if (views.length > 0) this.sockets.tell(room, 'chat:changed', { channel, messages: views });
    };
    tellRoom(rooms.crew(sessionId), theCrew);
    if (channel !== 'audience') return;
    // Authors know what others may not. Theirs comes first: of one revision a page keeps what it heard first.
    for (const message of messages) {
      const { participantId, role } = message.author;
      if ((message.held || !message.shown) && !isCrew(role))
        tellRoom(rooms.participant(sessionId, participantId), { isCrew: false, participantId }, [message]);
    }
    tellRoom(rooms.audience(sessionId), everybody);
  }
}
