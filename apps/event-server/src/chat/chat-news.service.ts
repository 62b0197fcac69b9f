import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ChatSettingsDto } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { LiveSockets } from '../live/live-sockets.service';
import { PacedNews } from '../live/paced-news';
import { rooms } from '../live/rooms';
import { settingsForAudience, type ChannelKey } from './channel';
import { everybody, theCrew, viewsOf, type Message, type Reader } from './message';

/** The shortest time between two broadcasts in one channel, in milliseconds: nobody reads faster. */
const pauseMs = 100;

/** Telling a session what is new in its chat, each kind of reader what they may know. */
@Injectable()
export class ChatNews implements OnApplicationShutdown {
  private readonly news = new PacedNews<{ key: ChannelKey; message: Message }>(pauseMs, (_, items) => {
    const [first] = items;
    const messages = items.map(({ message }) => message);
    // After the acknowledgements of this turn: who wrote has waited longest.
    if (first) setImmediate(() => this.tell(first.key, messages));
  });

  constructor(private readonly sockets: LiveSockets) {}

  onApplicationShutdown(): void {
    this.news.stop();
  }

  /** At once when the channel is quiet. */
  tellSoon(key: ChannelKey, messages: Message[]): void {
    if (messages.length === 0) return;
    this.news.add(`${key.sessionId} ${key.channel}`, ...messages.map((message) => ({ key, message })));
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
