import { readLinkHealth } from './link-health';

const video = (rid: string, bytesSent: number, more: object = {}) => ({
  id: rid,
  type: 'outbound-rtp' as const,
  timestamp: 2_000,
  kind: 'video',
  rid,
  bytesSent,
  frameHeight: 360,
  framesPerSecond: 25,
  ...more,
});
const remote = (fractionLost: number, roundTripTime?: number) => ({
  id: 'remote',
  type: 'remote-inbound-rtp' as const,
  timestamp: 2_000,
  fractionLost,
  roundTripTime,
});
const before = { bytesSent: 0, at: 0 };
const read = (...stats: RTCStats[]) => {
  const reading = readLinkHealth(stats, before);
  return 'health' in reading ? reading.health : null;
};

it('has no figures before it can compare', () => {
  expect(readLinkHealth([video('high', 5_000)], null)).toEqual({ bytesSent: 5_000, at: 2_000 });
});

it('adds up what is sent, and says in which sizes', () => {
  const health = read(
    video('high', 400_000, { frameHeight: 720 }),
    video('low', 100_000, { frameHeight: 180 }),
    remote(0.01, 0.04),
  );
  expect(health).toEqual({
    grade: 'good',
    bitsPerSecond: 2_000_000,
    loss: 0.01,
    roundTripMs: 40,
    layers: [
      { rid: 'low', height: 180, framesPerSecond: 25 },
      { rid: 'high', height: 720, framesPerSecond: 25 },
    ],
  });
});

it('does not count a size that is not being sent', () => {
  expect(read(video('low', 100_000), video('high', 0, { framesPerSecond: 0 }))?.layers).toHaveLength(1);
});

it.each([
  ['loss of 3 %', [video('high', 400_000), remote(0.03, 0.05)], 'weak'],
  ['loss of 10 %', [video('high', 400_000), remote(0.1, 0.05)], 'bad'],
  ['half a second there and back', [video('high', 400_000), remote(0, 0.5)], 'weak'],
  ['a second there and back', [video('high', 400_000), remote(0, 1)], 'bad'],
  ['a trickle', [video('high', 40_000), remote(0, 0.05)], 'weak'],
  ['next to nothing', [video('high', 1_000), remote(0, 0.05)], 'bad'],
] as const)('grades %s', (_what, stats, grade) => expect(read(...stats)?.grade).toBe(grade));

it('takes the round trip from the connection while no report has come', () => {
  const pair = {
    id: 'p',
    type: 'candidate-pair' as const,
    timestamp: 2_000,
    state: 'succeeded',
    nominated: true,
    currentRoundTripTime: 0.012,
  };
  expect(read(video('high', 400_000), pair)?.roundTripMs).toBe(12);
});

it('is not confused by a track that begins to count anew', () => {
  const reading = readLinkHealth([video('high', 10_000)], { bytesSent: 900_000, at: 0 });
  expect('health' in reading && reading.health.bitsPerSecond).toBe(0);
});
