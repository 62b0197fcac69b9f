import type { ConsumerParametersDto } from '../media/consumer.dto';
import type {
  ConnectTransportDto,
  DirectionDto,
  IceParametersDto,
  TransportIdDto,
  TransportParametersDto,
} from '../media/transport.dto';
import type {
  ConsumerIdDto,
  FeedDto,
  FeedIdDto,
  MuteTrackDto,
  OpenFeedDto,
  PublishTrackDto,
  TrackDto,
  TuneTrackDto,
  WatchTracksDto,
} from '../feed/feed.dto';
import type { WatchedKind } from '../feed/feed-state';
import type {
  ChangeChatSettingsDto,
  ChatChangedDto,
  ChatPageDto,
  ChatSettingsDto,
  EditMessageDto,
  MessageDto,
  MessageIdDto,
  PinMessageDto,
  ReactDto,
  ReadChatDto,
  SendMessageDto,
  TranslateMessageDto,
} from '../chat/chat.dto';
import type {
  ModerationEntryDto,
  MuteParticipantDto,
  ParticipantIdDto,
  StandingDto,
} from '../moderation/moderation.dto';
import type {
  AskFromFloorDto,
  AskQuestionDto,
  CrewQuestionDto,
  EditQuestionDto,
  MergeQuestionsDto,
  MoveQuestionDto,
  OrderQuestionsDto,
  OwnQuestionDto,
  QuestionListDto,
  QuestionsChangedDto,
  TranslateQuestionDto,
  VoteCountDto,
  VoteDto,
} from '../questions/question.dto';
import type {
  AnswerPollDto,
  EditPollDto,
  MakePollDto,
  MovePollDto,
  PollAnswerDto,
  PollChangedDto,
  PollCountedDto,
  PollDto,
  PollListDto,
  SeenPollDto,
  ShowResultsDto,
} from '../polls/poll.dto';
import type { ControlPlaybackDto, GreetingDto, GreetingIdDto } from '../greetings/greeting.dto';
import type { HandDto, HandListDto, MoveHandDto, OwnHandDto, RaiseHandDto } from '../hands/hand.dto';
import type {
  AddCueDto,
  CueDto,
  CueIdDto,
  EditCueDto,
  MoveCueDto,
  SeenCueDto,
  SkipCueDto,
  TakeDto,
} from '../rundown/cue.dto';
import type { GoDto, HoldDto, RundownChangedDto, RundownDto, StandbyDto } from '../rundown/rundown.dto';
import type { PresenceCountsDto, PresentPersonDto } from '../presence/presence.dto';
import type { ChangeStatusDto, ShowStateDto } from '../show/show-state.dto';
import type { TicketRenewalDto } from '../sign-in/ticket-renewal.dto';
import type { EmptyDto } from '../wire/empty.dto';
import type { Ack, WireError } from '../wire/ack';
import type { SocketBroadcasts, SocketRequests } from '../wire/socket-events';
import type { ClockDto, JoinedDto, JoinSessionDto, PeerMediaDto } from './join.dto';

/** One wanted track: the consumer, or why not. */
export type WatchedTrack = { feedId: string; kind: WatchedKind } & Ack<ConsumerParametersDto>;

/** What a browser asks over namespace `/live`: verb → request and reply. */
export interface LiveRequests {
  'ticket:renew': { request: TicketRenewalDto; reply: EmptyDto };
  /** Answered at once, so that a page can find out how far its own clock is off. */
  'clock:read': { request: EmptyDto; reply: ClockDto };
  'session:join': { request: JoinSessionDto; reply: JoinedDto };
  'session:leave': { request: EmptyDto; reply: EmptyDto };
  'session:change-status': { request: ChangeStatusDto; reply: ShowStateDto };
  /** What was missed, or simply the present: always the newest whole state. */
  'show:read': { request: EmptyDto; reply: ShowStateDto };
  'presence:list': { request: EmptyDto; reply: PresentPersonDto[] };
  /** After `media:lost`, or when the browser's own transports failed: a new router and receive transport. */
  'media:rebuild': { request: EmptyDto; reply: PeerMediaDto };
  'media:open-transport': { request: DirectionDto; reply: TransportParametersDto };
  'media:connect-transport': { request: ConnectTransportDto; reply: EmptyDto };
  'media:restart-ice': { request: TransportIdDto; reply: IceParametersDto };
  'feed:open': { request: OpenFeedDto; reply: FeedDto };
  'feed:publish-track': { request: PublishTrackDto; reply: { producerId: string } };
  'feed:mute-track': { request: MuteTrackDto; reply: EmptyDto };
  'feed:remove-track': { request: TrackDto; reply: EmptyDto };
  'feed:go-on-air': { request: FeedIdDto; reply: FeedDto };
  'feed:leave-air': { request: FeedIdDto; reply: FeedDto };
  'feed:close': { request: FeedIdDto; reply: EmptyDto };
  'feed:watch': { request: WatchTracksDto; reply: WatchedTrack[] };
  'feed:tune': { request: TuneTrackDto; reply: EmptyDto };
  'feed:unwatch': { request: ConsumerIdDto; reply: EmptyDto };
  /** Without `before` and `after`: the newest messages. */
  'chat:read': { request: ReadChatDto; reply: ChatPageDto };
  'chat:send': { request: SendMessageDto; reply: MessageDto };
  /** The own message. */
  'chat:edit': { request: EditMessageDto; reply: MessageDto };
  /** The own message, or as a moderator anybody's. */
  'chat:delete': { request: MessageIdDto; reply: MessageDto };
  /** Takes back a deletion; whoever may delete it. */
  'chat:restore': { request: MessageIdDto; reply: MessageDto };
  'chat:react': { request: ReactDto; reply: MessageDto };
  /** Shows a held message to the audience. */
  'chat:approve': { request: MessageIdDto; reply: MessageDto };
  /** One message a channel is pinned; pinning another takes its place. */
  'chat:pin': { request: PinMessageDto; reply: MessageDto };
  'chat:translate': { request: TranslateMessageDto; reply: MessageDto };
  'chat:change-settings': { request: ChangeChatSettingsDto; reply: ChatSettingsDto };
  'moderation:mute': { request: MuteParticipantDto; reply: StandingDto };
  /** Out of the event, at once and for good: sockets, media and every later ticket. */
  'moderation:ban': { request: ParticipantIdDto; reply: StandingDto };
  'moderation:unban': { request: ParticipantIdDto; reply: StandingDto };
  /** Whoever is muted or banned in this event now. */
  'moderation:list': { request: EmptyDto; reply: StandingDto[] };
  /** Who did what in this session, newest first; at most 200. */
  'moderation:log': { request: EmptyDto; reply: ModerationEntryDto[] };
  'question:list': { request: EmptyDto; reply: QuestionListDto };
  'question:ask': { request: AskQuestionDto; reply: OwnQuestionDto };
  'question:ask-from-floor': { request: AskFromFloorDto; reply: OwnQuestionDto };
  'question:vote': { request: VoteDto; reply: VoteCountDto };
  'question:move': { request: MoveQuestionDto; reply: CrewQuestionDto };
  'question:edit': { request: EditQuestionDto; reply: CrewQuestionDto };
  'question:translate': { request: TranslateQuestionDto; reply: CrewQuestionDto };
  'question:merge': { request: MergeQuestionsDto; reply: CrewQuestionDto };
  'question:order': { request: OrderQuestionsDto; reply: EmptyDto };
  'hand:list': { request: EmptyDto; reply: HandListDto };
  'hand:raise': { request: RaiseHandDto; reply: OwnHandDto };
  /** Takes the own hand down, or ends the own turn. */
  'hand:lower': { request: EmptyDto; reply: EmptyDto };
  'hand:move': { request: MoveHandDto; reply: HandDto };
  'poll:list': { request: EmptyDto; reply: PollListDto };
  'poll:answer': { request: AnswerPollDto; reply: PollAnswerDto };
  'poll:make': { request: MakePollDto; reply: PollDto };
  'poll:edit': { request: EditPollDto; reply: PollDto };
  'poll:move': { request: MovePollDto; reply: PollDto };
  'poll:show-results': { request: ShowResultsDto; reply: PollDto };
  /** A draft only. */
  'poll:delete': { request: SeenPollDto; reply: EmptyDto };
  'rundown:read': { request: EmptyDto; reply: RundownDto };
  'rundown:add': { request: AddCueDto; reply: CueDto };
  'rundown:edit': { request: EditCueDto; reply: CueDto };
  'rundown:skip': { request: SkipCueDto; reply: CueDto };
  'rundown:move': { request: MoveCueDto; reply: EmptyDto };
  /** A cue that was taken stays in the record. */
  'rundown:remove': { request: SeenCueDto; reply: EmptyDto };
  'rundown:restore': { request: CueIdDto; reply: CueDto };
  'cue:standby': { request: StandbyDto; reply: EmptyDto };
  /** Also back and jump: whatever cue is named is taken. Never waits for media. */
  'cue:go': { request: GoDto; reply: TakeDto };
  'cue:hold': { request: HoldDto; reply: TakeDto };
  /** Of the whole event, in order of precedence. */
  'greeting:list': { request: EmptyDto; reply: GreetingDto[] };
  'greeting:control': { request: ControlPlaybackDto; reply: EmptyDto };
}

/** What a browser is told. */
export interface LiveBroadcasts {
  'show:changed': ShowStateDto;
  'presence:changed': PresenceCountsDto;
  'chat:changed': ChatChangedDto;
  'chat:settings-changed': ChatSettingsDto;
  /** Told to the person concerned. */
  'moderation:muted': { mutedUntil: string | null };
  'question:changed': QuestionsChangedDto;
  /** Told to the author, on every device. */
  'question:own-changed': OwnQuestionDto;
  /** At most once a second. */
  'question:voted': { counts: VoteCountDto[] };
  /** Told to the crew, also of hands that are open no more. */
  'hand:changed': { hands: HandDto[] };
  /** Told to its own person, on every device: also when only the place in the queue has changed. */
  'hand:own-changed': OwnHandDto;
  'poll:changed': PollChangedDto;
  /** At most once a second; to the audience only while results are shown. */
  'poll:counted': PollCountedDto;
  /** Told to the person who answered, on every device, in the order in which the answers were stored. */
  'poll:own-answered': PollAnswerDto;
  /** Told to the crew. */
  'rundown:changed': RundownChangedDto;
  /** Told to the crew. */
  'greeting:changed': GreetingDto;
  /** Told to the crew. */
  'greeting:removed': GreetingIdDto;
  /** This peer's worker or node is gone: drop every transport and send `media:rebuild`. */
  'media:lost': { reason: 'worker-died' | 'node-lost' | 'moved' };
  /** The server closed this consumer: the feed left the programme or was published anew. */
  'consumer:closed': { consumerId: string };
  /** The sign-in was taken back; the socket closes right after. */
  'sign-in:revoked': WireError;
  /** The same peer was joined from another socket (a duplicated tab); this one is closed. */
  'session:taken-over': EmptyDto;
}

export type LiveClientToServer = SocketRequests<LiveRequests>;
export type LiveServerToClient = SocketBroadcasts<LiveBroadcasts>;

/** `auth` of the socket handshake. */
export interface LiveHandshake {
  ticket: string;
}
