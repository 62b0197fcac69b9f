import { Fault } from '@manyhalls/contracts';
import { TokenBucket } from './token-bucket';

/** From this many people on, those who have been quiet for long are forgotten. */
const crowd = 10_000;

/** How often each person may do one kind of thing, on one server, with however many devices. */
export class PersonalLimit {
  private readonly buckets = new Map<string, TokenBucket>();
  private tooMany = crowd;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {}

  /** @throws {Fault} `too-many-requests`, with `retryAfterMs` in its details */
  demand(participantId: string, now = performance.now()): void {
    const bucket = this.buckets.get(participantId) ?? this.open(participantId, now);
    const retryAfterMs = bucket.waitMs(now);
    if (!bucket.take(now))
      throw new Fault('too-many-requests', 'too many of these, wait a little', { retryAfterMs });
  }

  private open(participantId: string, now: number): TokenBucket {
    if (this.buckets.size >= this.tooMany) this.forgetQuiet(now);
    const bucket = new TokenBucket(this.burst, this.perSecond, now);
    this.buckets.set(participantId, bucket);
    return bucket;
  }

  private forgetQuiet(now: number): void {
    for (const [id, bucket] of this.buckets) if (bucket.isFull(now)) this.buckets.delete(id);
    // So that a crowd in which nobody is quiet is not gone through for every newcomer.
    this.tooMany = Math.max(crowd, 2 * this.buckets.size);
  }
}
