import { PAYLOAD_TYPE } from './publisher';

const HEADER_BYTES = 12;
const OPUS_BYTES = 160;

/** A packet of 20 ms of sound, as large as 64 kbit/s make it, with its number in the last octets: an SFU changes the header. */
export function opusPacket(ssrc: number, number: number): Buffer {
  const packet = Buffer.alloc(HEADER_BYTES + OPUS_BYTES, 0xfc);
  packet[0] = 0x80;
  packet[1] = PAYLOAD_TYPE;
  packet.writeUInt16BE(number & 0xffff, 2);
  packet.writeUInt32BE((number * 960) >>> 0, 4);
  packet.writeUInt32BE(ssrc, 8);
  packet.writeUInt32BE(number, packet.length - 4);
  return packet;
}

export const numberOf = (packet: Buffer): number => packet.readUInt32BE(packet.length - 4);
