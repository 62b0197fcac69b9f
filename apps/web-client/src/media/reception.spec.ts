import { readReception } from './reception';

const inbound = (kind: string, packetsReceived: number, packetsLost: number, more: object = {}) =>
  ({ id: kind, type: 'inbound-rtp', timestamp: 0, kind, packetsReceived, packetsLost, ...more }) as RTCStats;
const other = { id: 'pair', type: 'candidate-pair', timestamp: 0 } as RTCStats;

it('says nothing before there are two readings, or when the track is another one', () => {
  const first = readReception([inbound('video', 100, 90)], null);
  expect(first).toEqual({ count: { received: 100, lost: 90 }, reception: null });
  expect(readReception([inbound('video', 10, 0)], first.count).reception).toBeNull();
});

it.each([
  [0, 'good'],
  [10, 'weak'],
  [100, 'bad'],
])('counts what was lost since the last reading: %i packets are %s', (lost, grade) => {
  const before = { received: 1_000, lost: 500 };
  const stats = [
    other,
    inbound('audio', 200, 500),
    inbound('video', 1_200, lost, { frameHeight: 360, framesPerSecond: 25 }),
  ];
  expect(readReception(stats, before).reception).toEqual({
    grade,
    loss: lost / (lost + 400),
    height: 360,
    framesPerSecond: 25,
  });
});
