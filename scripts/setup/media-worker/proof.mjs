// @ts-check
// Proves a media worker binary: node proof.mjs <binary>
//
// That a binary starts says little: one built against an OpenSSL with kernel TLS
// starts, pipes, and then dies at the first browser's DTLS handshake. So a real
// WebRTC peer sends a packet to one router, which pipes it with SRTP to another,
// from which a second peer receives it. The peers take one DTLS role each.
import mediasoup from 'mediasoup';
import nodeDataChannel from 'node-datachannel';
import { answerFor, dtlsParametersOf } from './proof-sdp.mjs';

const PATIENCE_MS = 15_000;
const OPUS = /** @type {const} */ ({ kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 });
const PAYLOAD_TYPE = 111;
const SSRC = 0x4d480001;

/** @param {import('mediasoup').types.Router} router */
const createTransport = (router) =>
  router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });

/**
 * A peer with one audio track, in contact with the transport.
 *
 * @param {string} name
 * @param {import('mediasoup').types.WebRtcTransport} transport
 * @param {{ sends: boolean, dtlsRole: 'client' | 'server', ssrc: number, payloadType: number }} how
 */
async function connectPeer(name, transport, { sends, dtlsRole, ssrc, payloadType }) {
  const peer = new nodeDataChannel.PeerConnection(name, { iceServers: [], bindAddress: '127.0.0.1' });
  const audio = new nodeDataChannel.Audio('0', sends ? 'SendOnly' : 'RecvOnly');
  audio.addOpusCodec(payloadType);
  if (sends) audio.addSSRC(ssrc, 'proof', 'proof', 'proof');
  const offered = new Promise((resolve) => peer.onLocalDescription((sdp) => resolve(sdp)));
  const track = peer.addTrack(audio);
  const opened = new Promise((resolve, reject) => {
    track.onOpen(() => resolve(undefined));
    peer.onStateChange((state) => state === 'failed' && reject(new Error(`${name}: the connection failed`)));
  });
  peer.setLocalDescription();
  const offer = await offered;
  await transport.connect({ dtlsParameters: dtlsParametersOf(offer, dtlsRole) });
  peer.setRemoteDescription(answerFor(transport, { sends, dtlsRole, ssrc, payloadType }), 'answer');
  await opened;
  return { peer, track };
}

/** @param {number} sequenceNumber */
function opusPacket(sequenceNumber) {
  const packet = Buffer.alloc(12 + 60, 0xfc);
  packet.writeUInt16BE((0x80 << 8) | PAYLOAD_TYPE, 0);
  packet.writeUInt16BE(sequenceNumber, 2);
  packet.writeUInt32BE(sequenceNumber * 960, 4);
  packet.writeUInt32BE(SSRC, 8);
  return packet;
}

/**
 * @param {string} workerBin
 * @param {(error: Error) => void} onDeath
 */
async function startRouter(workerBin, onDeath) {
  const worker = await mediasoup.createWorker({ workerBin, logLevel: 'error' });
  worker.on('died', onDeath);
  return worker.createRouter({ mediaCodecs: [OPUS] });
}

/** @param {string} workerBin */
async function prove(workerBin) {
  let onDeath = /** @type {(error: Error) => void} */ (() => {});
  const died = new Promise((_resolve, reject) => (onDeath = reject));
  await Promise.race([
    died,
    passPacket(await startRouter(workerBin, onDeath), await startRouter(workerBin, onDeath)),
  ]);
}

/**
 * @param {import('mediasoup').types.Router} first
 * @param {import('mediasoup').types.Router} second
 */
async function passPacket(first, second) {
  const incoming = await createTransport(first);
  const sender = await connectPeer('sender', incoming, {
    sends: true,
    dtlsRole: 'client',
    ssrc: SSRC,
    payloadType: PAYLOAD_TYPE,
  });
  const codec = { ...OPUS, payloadType: PAYLOAD_TYPE };
  const producer = await incoming.produce({
    kind: 'audio',
    rtpParameters: { codecs: [codec], encodings: [{ ssrc: SSRC }], rtcp: { cname: 'proof' } },
  });
  await first.pipeToRouter({ producerId: producer.id, router: second, enableSrtp: true });

  const outgoing = await createTransport(second);
  const { rtpParameters } = await outgoing.consume({
    producerId: producer.id,
    rtpCapabilities: second.rtpCapabilities,
  });
  const receiver = await connectPeer('receiver', outgoing, {
    sends: false,
    dtlsRole: 'server',
    ssrc: rtpParameters.encodings?.[0]?.ssrc ?? 0,
    payloadType: rtpParameters.codecs[0].payloadType,
  });
  await new Promise((resolve) => {
    receiver.track.onMessage(resolve);
    let sequenceNumber = 1;
    setInterval(() => sender.track.sendMessageBinary(opusPacket(sequenceNumber++)), 20);
  });
}

setTimeout(() => {
  console.error(`no packet came through within ${PATIENCE_MS / 1000} s`);
  process.exit(1);
}, PATIENCE_MS);

prove(process.argv[2]).then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
