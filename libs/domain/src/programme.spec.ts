import { implicitProgramme } from './programme';

const hall = (id: string, state: 'green-room' | 'on-air') => ({ id, state });

describe('implicit programme', () => {
  const feeds = [hall('jinan', 'on-air'), hall('tokyo', 'green-room'), hall('osaka', 'on-air')];

  it('shows every hall on air, in order, while the session is live', () => {
    expect(implicitProgramme('live', feeds)).toEqual({ feedIds: ['jinan', 'osaka'], layout: 'all-halls' });
  });

  it.each(['scheduled', 'rehearsing', 'ended'] as const)('shows the audience nothing while %s', (status) => {
    expect(implicitProgramme(status, feeds)).toEqual({ feedIds: [], layout: 'slate' });
  });

  it('shows the slate when nobody is on air', () => {
    expect(implicitProgramme('live', [hall('jinan', 'green-room')])).toEqual({
      feedIds: [],
      layout: 'slate',
    });
  });
});
