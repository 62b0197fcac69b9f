import { IsBoolean, IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { Nested } from '../wire/nested';
import { watchedKinds, type WatchedKind } from '../feed/feed-state';
import { RtpParametersDto } from './rtp.dto';

/** What mediasoup-client needs to create its side of a consumer. It starts paused; `feed:tune` resumes it. */
export class ConsumerParametersDto {
  @IsUUID() id: string;
  @IsUUID() producerId: string;
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
  /** The generation of the track that is received; an older one than the show state's is stale. */
  @IsInt() @Min(0) generation: number;
  @Nested(() => RtpParametersDto) rtpParameters: RtpParametersDto;
  @IsBoolean() producerPaused: boolean;
}
