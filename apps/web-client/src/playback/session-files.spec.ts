import { SessionFiles } from './session-files';

const nothing = () => undefined;
const settled = () => new Promise((resolve) => setTimeout(resolve));

function library() {
  const asked: string[] = [];
  const discarded: string[] = [];
  const live = {
    file: async (path: string) => {
      asked.push(path);
      if (path === '/gone') throw new Error('gone');
      return new Response(`made of ${path}`);
    },
  };
  const files = new SessionFiles(
    (response) => response.text(),
    (made) => void discarded.push(made),
  );
  return { asked, discarded, file: (path: string) => files.of(live, path) };
}

it('is read once for all who use it, and is there at once for whoever comes later', async () => {
  const { asked, discarded, file } = library();
  let told = 0;
  const leave = file('/poster').use(() => void told++);
  expect(file('/poster').present()).toBeNull();
  await settled();
  expect(told).toBe(1);
  const leaveLater = file('/poster').use(nothing);
  expect(file('/poster').present()).toBe('made of /poster');
  expect(asked).toEqual(['/poster']);
  leave();
  expect(discarded).toEqual([]);
  leaveLater();
  const leaveLast = file('/poster').use(nothing);
  await settled();
  expect(discarded).toEqual([]);
  leaveLast();
  await settled();
  expect(discarded).toEqual(['made of /poster']);
  expect(file('/poster').present()).toBeNull();
});

it('that comes when nobody wants it any more is thrown away, and read again for the next', async () => {
  const { asked, discarded, file } = library();
  file('/poster').use(nothing)();
  await settled();
  expect(discarded).toEqual(['made of /poster']);
  file('/poster').use(nothing);
  await settled();
  expect(file('/poster').present()).toBe('made of /poster');
  expect(asked).toHaveLength(2);
});

it('that cannot be had is asked for again by the next who uses it', async () => {
  const { asked, file } = library();
  for (const count of [1, 2]) {
    file('/gone').use(nothing);
    await settled();
    expect(file('/gone').present()).toBeNull();
    expect(asked).toHaveLength(count);
  }
});
