/// <reference lib="dom" />
/**
 * The page of the bare SFU: mediasoup-client and nothing else. "Publish" sends the camera as the product's halls do,
 * "Join" shows what there is.
 */
import { Device, type types } from 'mediasoup-client';
import { cameraConstraints, sendingOf } from '../../../apps/web-client/src/media/encodings';
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
  const stream = await navigator.mediaDevices.getUserMedia({ video: cameraConstraints });
  const { transport } = await open('createSendTransport');
  const { options } = sendingOf('camera', 'video', 'in-the-room');
  await transport.produce({ ...options, track: stream.getVideoTracks()[0] as MediaStreamTrack });
  document.title = 'Published';
}

async function join(): Promise<void> {
  const { device, transport } = await open('createRecvTransport');
  const consumers = await askBare('', 'watch', {
    transportId: transport.id,
    rtpCapabilities: device.recvRtpCapabilities as never,
  });
  for (const { id, producerId, kind, rtpParameters } of consumers) {
    const options = { id, producerId, kind, rtpParameters: rtpParameters as types.RtpParameters };
    const { track } = await transport.consume(options);
    const video = document.createElement('video');
    video.muted = true;
    video.autoplay = true;
    video.srcObject = new MediaStream([track]);
    document.body.append(video);
  }
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
