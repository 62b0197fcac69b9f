import type { RtpParametersDto } from '@manyhalls/contracts';
import { PAYLOAD_TYPE, type Publisher } from '../../bench/lib/rtc/publisher';

const framesPerSecond = 30;
const keyframeEvery = 10;
/** VP8 payload descriptor: a frame starts here (RFC 7741 §4.2); and the first octet of what is no keyframe (§4.3). */
const startOfFrame = 0x10;
const interframe = 0x01;

/** Three pictures of one camera at once, lowest first. Each packet says at its end which layer it is of. */
export class Simulcast {
  readonly rtpParameters: RtpParametersDto;
  private readonly ssrcs: number[];
  private readonly timer: NodeJS.Timeout;
  private frame = 0;

  constructor(private readonly publisher: Publisher) {
    this.ssrcs = [publisher.ssrc, publisher.ssrc + 1, publisher.ssrc + 2];
    this.rtpParameters = { ...publisher.rtpParameters, encodings: this.ssrcs.map((ssrc) => ({ ssrc })) };
    this.timer = setInterval(() => this.sendFrame(), 1000 / framesPerSecond);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private sendFrame(): void {
    const keyframe = this.frame % keyframeEvery === 0;
    this.ssrcs.forEach((ssrc, layer) => {
      const packet = Buffer.alloc(200);
      packet[0] = 0x80;
      packet[1] = 0x80 | PAYLOAD_TYPE;
      packet.writeUInt16BE(this.frame & 0xffff, 2);
      packet.writeUInt32BE(this.frame * (90_000 / framesPerSecond), 4);
      packet.writeUInt32BE(ssrc, 8);
      packet[12] = startOfFrame;
      packet[13] = keyframe ? 0 : interframe;
      packet[packet.length - 1] = layer;
      if (this.publisher.open) this.publisher.send(packet);
    });
    this.frame++;
  }
}

export const layerOf = (packet: Buffer): number => packet[packet.length - 1] as number;
