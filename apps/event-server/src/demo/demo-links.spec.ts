import { alignedLinks } from './demo-links';

describe('alignedLinks', () => {
  it('puts the links below each other', () => {
    const lines = alignedLinks([
      { label: 'Attendee', link: 'http://a' },
      { label: 'Show caller', link: 'http://b' },
    ]);
    expect(lines).toBe('  Attendee     http://a\n  Show caller  http://b');
  });
});
