import { Fault } from '@manyhalls/contracts';
import { GroupedWriter, type GroupBounds } from './grouped-writer';

/** Writes that end when the test says so. */
function held(bounds: Partial<GroupBounds> = {}) {
  const groups: number[][] = [];
  const ends: ((results: (string | Fault)[] | Error) => void)[] = [];
  const writer = new GroupedWriter<number, string>((items) => {
    groups.push(items);
    return new Promise((resolve, reject) =>
      ends.push((results) => (results instanceof Error ? reject(results) : resolve(results))),
    );
  }, bounds);
  const end = async (results: (string | Fault)[] | Error) => {
    ends.shift()?.(results);
    await new Promise(setImmediate);
  };
  return { writer, groups, end };
}

describe('GroupedWriter', () => {
  afterEach(() => jest.useRealTimers());

  it('writes the first item at once, and those that come meanwhile together', async () => {
    const { writer, groups, end } = held();
    const results = Promise.all([1, 2, 3].map((item) => writer.write(item)));
    expect(groups).toEqual([[1]]);
    await end(['one']);
    expect(groups).toEqual([[1], [2, 3]]);
    await end(['two', 'three']);
    expect(await results).toEqual(['one', 'two', 'three']);
    const later = writer.write(4);
    expect(groups).toEqual([[1], [2, 3], [4]]);
    await end(['four']);
    expect(await later).toBe('four');
  });

  it('lets one item fail without the others', async () => {
    const { writer, end } = held();
    const first = writer.write(1);
    const results = Promise.allSettled([writer.write(2), writer.write(3)]);
    await end(['one']);
    const fault = new Fault('forbidden', 'no');
    await end([fault, 'three']);
    expect(await first).toBe('one');
    expect(await results).toEqual([
      { status: 'rejected', reason: fault },
      { status: 'fulfilled', value: 'three' },
    ]);
  });

  it('fails a whole group when it cannot be written, and goes on with the next', async () => {
    const { writer, end } = held();
    const first = writer.write(1);
    const results = Promise.allSettled([writer.write(2), writer.write(3)]);
    await end(['one']);
    await first;
    const error = new Error('away');
    await end(error);
    expect(await results).toEqual([
      { status: 'rejected', reason: error },
      { status: 'rejected', reason: error },
    ]);
    const next = writer.write(4);
    await end(['four']);
    expect(await next).toBe('four');
  });

  it('keeps groups small, and refuses what would wait too long', async () => {
    const { writer, groups, end } = held({ group: 2, waiting: 3 });
    const results = Promise.all([1, 2, 3, 4].map((item) => writer.write(item)));
    await expect(writer.write(5)).rejects.toMatchObject({ code: 'unavailable' });
    await end(['one']);
    await end(['two', 'three']);
    await end(['four']);
    expect(groups).toEqual([[1], [2, 3], [4]]);
    await results;
  });

  it('gathers for a while after a group, when it is told to', async () => {
    const { writer, groups, end } = held({ pauseMs: 1 });
    const first = writer.write(1);
    await end(['one']);
    await first;
    const others = Promise.all([writer.write(2), writer.write(3)]);
    expect(groups).toEqual([[1]]);
    while (groups.length < 2) await new Promise(setImmediate);
    expect(groups).toEqual([[1], [2, 3]]);
    await end(['two', 'three']);
    expect(await others).toEqual(['two', 'three']);
  });

  it('gives up on a group that hangs, and on those behind it, but not on later ones', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { writer, groups, end } = held({ patienceMs: 1_000 });
    const results = Promise.allSettled([writer.write(1), writer.write(2)]);
    jest.advanceTimersByTime(1_000);
    expect(await results).toMatchObject([
      { status: 'rejected', reason: { code: 'unavailable' } },
      { status: 'rejected', reason: { code: 'unavailable' } },
    ]);
    const next = writer.write(3);
    expect(groups).toEqual([[1], [3]]);
    await end(['too late']);
    await end(['three']);
    expect(await next).toBe('three');
  });
});
