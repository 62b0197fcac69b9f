import { layouts, sessionStatuses, type PickDto } from '@manyhalls/contracts';
import { programmeOf, type ProgrammedCue, type ProgrammedFeed } from './programme';

const feed = (id: string, more: Partial<ProgrammedFeed> = {}): ProgrammedFeed => ({
  id,
  state: 'on-air',
  source: 'camera',
  venueId: id,
  greetingId: null,
  ...more,
});
const pick = (venueId: string, source: PickDto['source'] = 'camera'): PickDto => ({ venueId, source });
const cue = (layout: ProgrammedCue['layout'], more: Partial<ProgrammedCue> = {}): ProgrammedCue => ({
  layout,
  picks: [],
  greetingId: null,
  ...more,
});
const slate = { feedIds: [], layout: 'slate' };

const [jinan, tokyo, osaka] = [feed('jinan'), feed('tokyo', { state: 'green-room' }), feed('osaka')];
const slides = feed('slides', { source: 'slides', venueId: 'jinan' });
const speaker = feed('speaker', { venueId: null });
const greeting = feed('governor', { source: 'greeting', venueId: null, greetingId: 'greeting' });

describe('the implicit cue', () => {
  it('shows every hall on air, in order, then who was given the word, and no greeting', () => {
    const feeds = [jinan, slides, tokyo, osaka, greeting, speaker];
    expect(programmeOf('live', null, feeds)).toEqual({
      feedIds: ['jinan', 'slides', 'osaka', 'speaker'],
      layout: 'all-halls',
    });
  });

  it('shows the slate when nobody is on air', () => {
    expect(programmeOf('live', null, [tokyo])).toEqual(slate);
  });
});

describe('a cue', () => {
  it('shows what it picks, in its own order, as soon as it is on air', () => {
    const two = cue('two-halls', { picks: [pick('tokyo'), pick('jinan')] });
    expect(programmeOf('live', two, [jinan, tokyo, osaka]).feedIds).toEqual(['jinan']);
    const onAir = { ...tokyo, state: 'on-air' as const };
    expect(programmeOf('live', two, [jinan, onAir, osaka])).toEqual({
      feedIds: ['tokyo', 'jinan'],
      layout: 'two-halls',
    });
  });

  it('takes a demo hall’s clip for its camera only where there is none, and never for its slides', () => {
    const clip = feed('clip', { source: 'clip', venueId: 'jinan' });
    const one = cue('single', { picks: [pick('jinan')] });
    expect(programmeOf('live', one, [clip]).feedIds).toEqual(['clip']);
    expect(programmeOf('live', one, [clip, jinan]).feedIds).toEqual(['jinan']);
    expect(programmeOf('live', cue('single', { picks: [pick('jinan', 'slides')] }), [clip])).toEqual(slate);
  });

  it.each(['all-halls', 'gallery'] as const)('that picks nothing shows all halls as %s', (layout) => {
    expect(programmeOf('live', cue(layout), [jinan, osaka, greeting])).toEqual({
      feedIds: ['jinan', 'osaka'],
      layout,
    });
  });

  it('that picks nothing otherwise shows the slate, and whoever has the word', () => {
    expect(programmeOf('live', cue('single'), [jinan])).toEqual(slate);
    expect(programmeOf('live', cue('single'), [jinan, speaker]).feedIds).toEqual(['speaker']);
  });

  it('that plays a greeting shows only this one, and nobody who was given the word', () => {
    const other = feed('mayor', { source: 'greeting', venueId: null, greetingId: 'another' });
    const plays = cue('single', { greetingId: 'greeting', picks: [pick('jinan')] });
    expect(programmeOf('live', plays, [jinan, other, greeting, speaker]).feedIds).toEqual(['governor']);
    expect(programmeOf('live', plays, [jinan, other])).toEqual(slate);
  });

  it('shows a feed once, also when it is picked twice', () => {
    const twice = cue('two-halls', { picks: [pick('jinan'), pick('jinan')] });
    expect(programmeOf('live', twice, [jinan]).feedIds).toEqual(['jinan']);
  });

  it.each(layouts)('never shows what is in the green room: %s', (layout) => {
    const all = [jinan, slides, osaka, speaker, greeting].map((one) => ({
      ...one,
      state: 'green-room' as const,
    }));
    for (const more of [{}, { picks: [pick('jinan')] }, { greetingId: 'greeting' }])
      expect(programmeOf('live', cue(layout, more), all)).toEqual(slate);
  });

  it('on the slate shows nothing, not even who has the word', () => {
    expect(programmeOf('live', cue('slate', { picks: [pick('jinan')] }), [jinan, speaker])).toEqual(slate);
  });

  it.each(sessionStatuses)('while the session is %s', (status) => {
    const expected = status === 'live' || status === 'rehearsing' ? ['jinan'] : [];
    for (const taken of [null, cue('gallery')])
      expect(programmeOf(status, taken, [jinan]).feedIds).toEqual(expected);
  });
});
