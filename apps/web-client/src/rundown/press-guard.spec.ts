import { PressGuard } from './press-guard';

function guarded() {
  let now = 0;
  const done: string[] = [];
  const guard = new PressGuard(() => now);
  return {
    done,
    wait: (ms: number) => void (now += ms),
    press: (name: string, deed = Promise.resolve()) =>
      guard.run(async () => {
        done.push(name);
        await deed;
      }),
  };
}

it('lets a second press through only after a second', async () => {
  const { press, wait, done } = guarded();
  expect(await press('first')).toBe(true);
  wait(999);
  expect(await press('bounce')).toBe(false);
  wait(1);
  expect(await press('second')).toBe(true);
  expect(done).toEqual(['first', 'second']);
});

it('lets nothing through while the first is being asked for, however long that takes', async () => {
  const { press, wait, done } = guarded();
  let answer = () => {};
  const asked = press('first', new Promise((resolve) => (answer = resolve)));
  wait(60_000);
  expect(await press('impatient')).toBe(false);
  answer();
  await asked;
  expect(await press('second')).toBe(true);
  expect(done).toEqual(['first', 'second']);
});

it('lets the next through after one that failed', async () => {
  const { press, wait } = guarded();
  await expect(press('first', Promise.reject(new Error('away')))).rejects.toThrow('away');
  wait(1_000);
  expect(await press('second')).toBe(true);
});

it('takes what was asked about for no slip', async () => {
  let now = 0;
  const guard = new PressGuard(() => now);
  await guard.run(async () => {});
  now = 500;
  expect(await guard.run(async () => {}, true)).toBe(true);
});
