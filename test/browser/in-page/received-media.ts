/// <reference lib="dom" />

declare global {
  interface Window {
    /** Every connection the page has made. */
    connections: RTCPeerConnection[];
    /** The page's own live socket, as far as frames on the wire show it. */
    listening?: Map<MediaStreamTrack, AnalyserNode>;
    listener?: AudioContext;
  }
}

/** Runs in a page before its own scripts: keeps what it connects, so that its statistics can be read. */
export function installConnectionWatch(): void {
  window.connections = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.connections.push(this);
    }
  };
}

export interface ReceivedPicture {
  track: string;
  framesDecoded: number;
  width: number;
  height: number;
}

/** Every picture that is being received now. */
export async function receivedPictures(): Promise<ReceivedPicture[]> {
  const pictures: ReceivedPicture[] = [];
  for (const connection of window.connections)
    if (connection.connectionState !== 'closed')
      (await connection.getStats()).forEach((stat) => {
        // mediasoup-client opens one receiver for probing bandwidth that never gets a picture.
        if (stat.type === 'inbound-rtp' && stat.kind === 'video' && stat.framesDecoded > 0)
          pictures.push({
            track: stat.trackIdentifier,
            framesDecoded: stat.framesDecoded,
            width: stat.frameWidth,
            height: stat.frameHeight,
          });
      });
  return pictures;
}

/** The UDP port of the media worker at the other end of every connection. */
export async function workerPorts(): Promise<number[]> {
  const ports = new Set<number>();
  for (const connection of window.connections)
    if (connection.connectionState === 'connected')
      (await connection.getStats()).forEach((stat) => {
        if (stat.type === 'remote-candidate') ports.add(stat.port);
      });
  return [...ports];
}

/**
 * Which of some tones are in what the page receives now, by the spectrum of every received track.
 * @param tones in hertz
 */
export async function heardTones(tones: number[]): Promise<number[]> {
  window.listener ??= new AudioContext();
  window.listening ??= new Map();
  const { listener, listening } = window;
  const tracks = window.connections
    .filter(({ connectionState }) => connectionState === 'connected')
    .flatMap((connection) => connection.getReceivers())
    .map(({ track }) => track)
    .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live');
  for (const track of tracks)
    if (!listening.has(track)) {
      const analyser = new AnalyserNode(listener, { fftSize: 8192, smoothingTimeConstant: 0 });
      listener.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      listening.set(track, analyser);
    }
  // As long as the analyser looks back, so that nothing from before is in it.
  await new Promise((resolve) => setTimeout(resolve, 400));
  const heard = new Set<number>();
  for (const track of tracks) {
    const analyser = listening.get(track) as AnalyserNode;
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(spectrum);
    const width = listener.sampleRate / analyser.fftSize;
    const loudest = spectrum.indexOf(Math.max(...spectrum));
    if ((spectrum[loudest] ?? -Infinity) < -60) continue;
    const tone = tones.find((one) => Math.abs(loudest * width - one) < 2 * width);
    heard.add(tone ?? Math.round(loudest * width));
  }
  return [...heard].sort((one, other) => one - other);
}
