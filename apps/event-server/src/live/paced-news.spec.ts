import { PacedNews } from './paced-news';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function paced() {
  const told: [string, number[]][] = [];
  return { told, news: new PacedNews<number>(100, (key, items) => told.push([key, items])) };
}

it('tells at once, and what comes in the pause together after it', () => {
  const { told, news } = paced();
  for (const item of [1, 2, 3]) news.add('one', item);
  expect(told).toEqual([['one', [1]]]);
  jest.advanceTimersByTime(100);
  expect(told).toEqual([
    ['one', [1]],
    ['one', [2, 3]],
  ]);
});

it('pauses after every telling, and waits for nothing after a quiet pause', () => {
  const { told, news } = paced();
  news.add('one', 1);
  news.add('one', 2);
  jest.advanceTimersByTime(150);
  news.add('one', 3);
  expect(told).toHaveLength(2);
  jest.advanceTimersByTime(200);
  news.add('one', 4);
  expect(told.map(([, items]) => items)).toEqual([[1], [2], [3], [4]]);
});

it('lets nobody wait for somebody else’s pause', () => {
  const { told, news } = paced();
  news.add('one', 1);
  news.add('other', 2);
  expect(told).toEqual([
    ['one', [1]],
    ['other', [2]],
  ]);
});

it('tells nothing after it was stopped', () => {
  const { told, news } = paced();
  news.add('one', 1);
  news.add('one', 2);
  news.stop();
  jest.advanceTimersByTime(1000);
  expect(told).toEqual([['one', [1]]]);
});
