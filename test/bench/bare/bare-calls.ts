/** The least signalling: one POST per call, JSON both ways. */
import type {
  ConsumerParametersDto,
  DtlsParametersDto,
  EmptyDto,
  RtpCapabilitiesDto,
  RtpParametersDto,
  TrackKind,
  TransportParametersDto,
} from '@manyhalls/contracts';

export interface RtpTarget {
  port: number;
  rtcpPort: number;
  ssrc: number;
  payloadType: number;
}

export interface BareCalls {
  join: {
    request: EmptyDto;
    reply: { rtpCapabilities: RtpCapabilitiesDto; transport: TransportParametersDto };
  };
  connect: { request: { transportId: string; dtlsParameters: DtlsParametersDto }; reply: EmptyDto };
  produce: {
    request: { transportId: string; kind: TrackKind; rtpParameters: RtpParametersDto };
    reply: { producerId: string };
  };
  /** Everything there is, flowing at once. */
  watch: {
    request: { transportId: string; rtpCapabilities: RtpCapabilitiesDto };
    reply: ConsumerParametersDto[];
  };
  /** Nothing is sent to anybody, until it is again; the sender is then asked for a keyframe. */
  pause: { request: EmptyDto; reply: EmptyDto };
  resume: { request: EmptyDto; reply: EmptyDto };
  /** Where a program on this machine may send a sound and a picture to, in the codecs of greetings. */
  'open-plain': { request: EmptyDto; reply: { audio: RtpTarget; video: RtpTarget } };
  'close-plain': { request: EmptyDto; reply: EmptyDto };
  leave: { request: { transportId: string }; reply: EmptyDto };
  usage: { request: EmptyDto; reply: { workerCpuSeconds: number; workerPid: number } };
}

export type BareVerb = keyof BareCalls;

/** Asks the bare SFU at `url`; in the page that it serves itself, `url` is empty. */
export async function askBare<Verb extends BareVerb>(
  url: string,
  verb: Verb,
  request: BareCalls[Verb]['request'],
): Promise<BareCalls[Verb]['reply']> {
  const response = await fetch(`${url}/${verb}`, { method: 'POST', body: JSON.stringify(request) });
  if (!response.ok) throw new Error(`bare ${verb}: ${await response.text()}`);
  return response.json() as Promise<BareCalls[Verb]['reply']>;
}
