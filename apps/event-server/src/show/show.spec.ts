import type { StageQuestionDto } from '@manyhalls/contracts';
import type { Feed } from '../feeds/feed';
import type { Session } from '../sessions/session';
import { looksTheSame, makeShow, viewOf, type Show } from './show';

const session: Session = {
  id: 'session',
  eventId: 'event',
  title: { en: 'Opening' },
  kind: 'plenary',
  status: 'live',
  startsAt: '2026-11-21T00:00:00Z',
  endsAt: '2026-11-21T01:00:00Z',
  venueIds: ['jinan', 'tokyo'],
  moderatorIds: [],
};

const feed = (id: string, venueId: string, more: Partial<Feed> = {}): Feed => ({
  id,
  sessionId: 'session',
  venueId,
  participantId: 'somebody',
  peerId: 'peer',
  source: 'camera',
  state: 'on-air',
  displayName: 'Hall',
  microphonePlace: 'in-the-room',
  muted: [],
  online: true,
  tracks: [],
  generation: 0,
  greetingId: null,
  file: null,
  ...more,
});

const showOf = (feeds: Feed[], more: Partial<Show> = {}): Show =>
  makeShow({
    session,
    version: 1,
    feeds,
    cue: null,
    take: null,
    standby: null,
    playbacks: [],
    onStage: null,
    ...more,
  });

const question: StageQuestionDto = {
  questionId: 'question',
  text: 'How?',
  language: 'en',
  translations: [],
  author: null,
  venueId: 'tokyo',
  place: 'row 3',
};

const idsOf = (feeds: { id: string }[]) => feeds.map(({ id }) => id);
const now = new Date(0);

describe('a show', () => {
  it('is in protocol order, slides after the camera, halls that left the session last', () => {
    const feeds = [
      feed('elsewhere', 'osaka'),
      feed('tokyo', 'tokyo'),
      feed('slides', 'jinan', { source: 'slides' }),
      feed('jinan', 'jinan'),
    ];
    expect(idsOf(showOf(feeds).feeds)).toEqual(['jinan', 'slides', 'tokyo', 'elsewhere']);
  });

  it('shows the audience what is on programme, and the crew everything', () => {
    const feeds = [feed('jinan', 'jinan'), feed('green', 'tokyo', { state: 'green-room' })];
    const show = showOf(feeds);
    expect(idsOf(viewOf(show, 'audience', now).feeds)).toEqual(['jinan']);
    expect(idsOf(viewOf(show, 'crew', now).feeds)).toEqual(['jinan', 'green']);
  });

  it.each(['scheduled', 'rehearsing', 'ended'] as const)('shows the audience nothing while %s', (status) => {
    const show = showOf([feed('jinan', 'jinan')], { session: { ...session, status } });
    expect(viewOf(show, 'audience', now)).toMatchObject({
      feeds: [],
      programme: { feedIds: [], layout: 'slate' },
    });
    expect(idsOf(viewOf(show, 'crew', now).feeds)).toEqual(['jinan']);
  });

  it('never tells where media is, or what is only the server’s', () => {
    const tracks = [{ kind: 'audio', generation: 7, nodeId: 'secret' } as const];
    const show = showOf([feed('jinan', 'jinan', { tracks, muted: ['audio'] })]);
    expect(viewOf(show, 'crew', now).feeds[0]).toEqual({
      id: 'jinan',
      source: 'camera',
      state: 'on-air',
      venueId: 'jinan',
      participantId: 'somebody',
      peerId: 'peer',
      displayName: 'Hall',
      microphonePlace: 'in-the-room',
      online: true,
      tracks: [{ kind: 'audio', generation: 7, muted: true }],
    });
  });

  it('shows everybody the question on stage', () => {
    const [empty, asked] = [showOf([]), showOf([], { onStage: question })];
    for (const reader of ['audience', 'crew'] as const) {
      expect(viewOf(asked, reader, now).onStage).toEqual(question);
      expect(looksTheSame(empty, asked, reader)).toBe(false);
    }
  });

  it('tells the audience nothing of a question that is rehearsed', () => {
    const rehearsed = showOf([], { session: { ...session, status: 'rehearsing' }, onStage: question });
    expect(viewOf(rehearsed, 'audience', now).onStage).toBeNull();
    expect(viewOf(rehearsed, 'crew', now).onStage).toEqual(question);
  });

  it('looks the same to whoever cannot see the difference', () => {
    const green = (muted: Feed['muted']) =>
      showOf([feed('jinan', 'jinan', { state: 'green-room', muted, tracks: [audio] })]);
    const audio = { kind: 'audio', generation: 1, nodeId: 'jinan' } as const;
    expect(looksTheSame(green([]), green(['audio']), 'audience')).toBe(true);
    expect(looksTheSame(green([]), green(['audio']), 'crew')).toBe(false);
    expect(looksTheSame(green([]), { ...green([]), version: 2 }, 'crew')).toBe(true);
  });
});
