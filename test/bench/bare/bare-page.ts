/// <reference lib="dom" />
/**
 * The page of the bare SFU: mediasoup-client and nothing else. "Publish" sends the camera as the product's halls do,
 * "Join" shows what there is.
 */
import { Device, type types } from 'mediasoup-client';
import { mediaKindOf } from '@manyhalls/contracts/feed/feed-state';
import {
  cameraConstraints,
  microphoneConstraints,
  sendingOf,
} from '../../../apps/web-client/src/media/encodings';
import { askBare } from './bare-calls';

async function open(direction: 'createSendTransport' | 'createRecvTransport') {
  const { rtpCapabilities, transport: parameters } = await askBare('', 'join', {});
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
  const transport = device[direction](parameters as types.TransportOptions);
  const transportId = transport.id;
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    askBare('', 'connect', { transportId, dtlsParameters }).then(done, failed);
  });
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    askBare('', 'produce', { transportId, kind, rtpParameters } as never).then(
      ({ producerId }) => done({ id: producerId }),
      failed,
    );
  });
  return { device, transport };
}

async function publish(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: cameraConstraints,
    audio: microphoneConstraints('in-the-room'),
  });
  const { transport } = await open('createSendTransport');
  for (const track of stream.getTracks()) {
    const { options } = sendingOf('camera', track.kind as 'audio' | 'video', 'in-the-room');
    await transport.produce({ ...options, track });
  }
  document.title = 'Published';
}

async function join(): Promise<void> {
  const { device, transport } = await open('createRecvTransport');
  const consumers = await askBare('', 'watch', {
    transportId: transport.id,
    rtpCapabilities: device.recvRtpCapabilities as never,
  });
  await Promise.all(
    consumers.map(async ({ id, producerId, rtpParameters, ...consumer }) => {
      const kind = mediaKindOf(consumer.kind);
      const options = { id, producerId, kind, rtpParameters: rtpParameters as types.RtpParameters };
      const { track } = await transport.consume(options);
      const player = document.createElement(kind);
      player.muted = kind === 'video';
      player.autoplay = true;
      player.srcObject = new MediaStream([track]);
      document.body.append(player);
    }),
  );
  document.title = 'Joined';
}

for (const [words, action] of [
  ['Publish', publish],
  ['Join', join],
] as const) {
  const button = document.createElement('button');
  button.textContent = words;
  button.onclick = () => void action();
  document.body.append(button);
}
