import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { NestedList } from '../wire/nested';
import { watchedKinds, type WatchedKind } from '../feed/feed-state';

/** One track that the sender of a beat sends through the link. */
export class SendingStateDto {
  @IsUUID() sendingId: string;
  @IsUUID() feedId: string;
  @IsIn(watchedKinds) kind: WatchedKind;
  @IsBoolean() paused: boolean;
}

/**
 * What each end of a link tells the other every 100 ms, as JSON. Always the whole state, so that a beat which came too
 * early or was lost is mended by the next.
 */
export class LinkBeatDto {
  @IsArray()
  @ArrayMaxSize(1000)
  @NestedList(() => SendingStateDto)
  sendings: SendingStateDto[];
}
