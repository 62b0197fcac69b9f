import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Defer } from '../lib/report';
import type { BareCalls } from './bare-calls';

/** One ffmpeg that copies a file into plain transports, and nothing else. */
export class BarePlayout {
  private constructor(
    readonly pid: number,
    readonly stop: () => Promise<void>,
  ) {}

  static start(file: string, { audio, video }: BareCalls['open-plain']['reply'], defer: Defer): BarePlayout {
    const [sound, picture] = [audio, video].map(
      ({ port, rtcpPort, ssrc, payloadType }, stream) =>
        `[select=${stream}:f=rtp:ssrc=${ssrc}:payload_type=${payloadType}]` +
        `rtp://127.0.0.1:${port}?rtcpport=${rtcpPort}&pkt_size=1200`,
    );
    const child = spawn(
      process.env.FFMPEG_BIN ?? 'ffmpeg',
      [
        ...['-loglevel', 'error', '-nostdin', '-re', '-i', file, '-map', '0:a:0', '-map', '0:v:0'],
        ...['-c', 'copy', '-f', 'tee', `${sound}|${picture}`],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const ended = once(child, 'close');
    const stop = async () => {
      child.kill('SIGKILL');
      await ended;
    };
    defer(stop);
    if (child.pid === undefined) throw new Error('ffmpeg did not start');
    return new BarePlayout(child.pid, stop);
  }
}
