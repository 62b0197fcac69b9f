import { SharedReader } from './shared-reader';

/** A reader whose readings end when the test says so. */
function heldReader() {
  const ends: ((failure?: Error) => void)[] = [];
  let readings = 0;
  const reader = new SharedReader((key) => {
    const reading = ++readings;
    return new Promise<string>((resolve, reject) => {
      ends.push((failure) => (failure ? reject(failure) : resolve(`${key} ${reading}`)));
    });
  });
  const end = async (index: number, failure?: Error) => {
    while (!ends[index]) await new Promise(setImmediate);
    ends[index](failure);
  };
  return { reader, end };
}

describe('SharedReader', () => {
  it('gives who asks during a reading the next one, one for all of them', async () => {
    const { reader, end } = heldReader();
    const first = reader.read('a');
    await new Promise(setImmediate);
    const later = [reader.read('a'), reader.read('a')];
    await end(0);
    await expect(first).resolves.toBe('a 1');
    await end(1);
    await expect(Promise.all(later)).resolves.toEqual(['a 2', 'a 2']);
  });

  it('reads anew when nobody is reading', async () => {
    const { reader, end } = heldReader();
    for (const [index, expected] of ['a 1', 'a 2'].entries()) {
      const reading = reader.read('a');
      await end(index);
      await expect(reading).resolves.toBe(expected);
    }
  });

  it('reads different things side by side', async () => {
    const { reader, end } = heldReader();
    const [a, b] = [reader.read('a'), reader.read('b')];
    await end(1);
    await expect(b).resolves.toBe('b 2');
    await end(0);
    await expect(a).resolves.toBe('a 1');
  });

  it('goes on after a reading that failed', async () => {
    const { reader, end } = heldReader();
    const first = reader.read('a');
    await new Promise(setImmediate);
    const second = reader.read('a');
    const refused = expect(first).rejects.toThrow('broken');
    await end(0, new Error('broken'));
    await refused;
    await end(1);
    await expect(second).resolves.toBe('a 2');
  });

  it('fails for those who wait, too, when the database is away, and reads again for who comes later', async () => {
    const { reader, end } = heldReader();
    const first = reader.read('a');
    await new Promise(setImmediate);
    const waiting = [first, reader.read('a')];
    const refused = waiting.map((reading) => expect(reading).rejects.toThrow('Connection terminated'));
    await end(0, new Error('Connection terminated'));
    await Promise.all(refused);
    const later = reader.read('a');
    await end(1);
    await expect(later).resolves.toBe('a 2');
  });
});
