import { PAYLOAD_TYPE, type Publisher } from './publisher';

const FRAMES_PER_SECOND = 30;
const KEYFRAME_EVERY = 30;
/** A keyframe is this many times as large as the frames between. */
const KEYFRAME_SIZE = 4;
const PACKET_BYTES = 1150;
const HEADER_BYTES = 12;

/** The first octets of a VP8 payload: X of the descriptor is 0, S marks a frame's start (RFC 7741 §4.2, §4.3). */
const START_OF_PARTITION = 0x10;
const INTERFRAME = 0x01;

/**
 * What looks like a VP8 picture to everything but a decoder: 30 frames a second in packets of 1,150 bytes, a keyframe
 * every second. Its sequence numbers go on where they stopped, so that stopping it does not look like loss.
 */
export class SyntheticFeed {
  private timer: NodeJS.Timeout | undefined;
  private sequenceNumber = 1;
  private frame = 0;
  private readonly packet = Buffer.alloc(PACKET_BYTES, 0xa5);

  constructor(
    private readonly publisher: Publisher,
    private readonly bitsPerSecond: number,
  ) {}

  start(): void {
    const startedAt = performance.now();
    const firstFrame = this.frame;
    this.timer = setInterval(() => {
      const due = firstFrame + Math.floor(((performance.now() - startedAt) / 1000) * FRAMES_PER_SECOND);
      while (this.frame < due) this.sendFrame();
    }, 1000 / FRAMES_PER_SECOND);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private sendFrame(): void {
    const keyframe = this.frame % KEYFRAME_EVERY === 0;
    const timestamp = (this.frame * (90_000 / FRAMES_PER_SECOND)) >>> 0;
    const packets = this.packetsOf(keyframe);
    for (let index = 0; index < packets; index += 1) {
      const marker = index === packets - 1 ? 0x80 : 0;
      this.packet[0] = 0x80;
      this.packet[1] = marker | PAYLOAD_TYPE;
      this.packet.writeUInt16BE(this.sequenceNumber & 0xffff, 2);
      this.packet.writeUInt32BE(timestamp, 4);
      this.packet.writeUInt32BE(this.publisher.ssrc, 8);
      this.packet[HEADER_BYTES] = index === 0 ? START_OF_PARTITION : 0;
      this.packet[HEADER_BYTES + 1] = keyframe ? 0 : INTERFRAME;
      this.publisher.send(this.packet);
      this.sequenceNumber += 1;
    }
    this.frame += 1;
  }

  private packetsOf(keyframe: boolean): number {
    const bytesPerGroup = (this.bitsPerSecond / 8) * (KEYFRAME_EVERY / FRAMES_PER_SECOND);
    const bytesPerInterframe = bytesPerGroup / (KEYFRAME_EVERY - 1 + KEYFRAME_SIZE);
    return Math.max(1, Math.round((bytesPerInterframe * (keyframe ? KEYFRAME_SIZE : 1)) / PACKET_BYTES));
  }
}
