import { isPlainFileName } from './file-name';

describe('a plain file name', () => {
  it.each([
    'greeting.mp4',
    '祝辞 (知事) v2.mov',
    '인사말.mp4',
    '100% final.mp4',
    'a..b.mp4',
    'well-cut.mkv',
    '',
  ])('is %j', (name) => {
    expect(isPlainFileName(name)).toBe(true);
  });

  it.each([
    '../../../etc/passwd',
    '..%2f..%2Fevil',
    'a%5Cb',
    'a%00.mp4',
    'a\0b.mp4',
    'a\nb.mp4',
    '-rf',
    '/etc/cron.d/x',
    '..\\..\\x',
    '..',
    '.',
  ])('is not %j', (name) => {
    expect(isPlainFileName(name)).toBe(false);
  });
});
