/**
 * RTP parameters and capabilities as they cross the wire. Shapes follow
 * https://mediasoup.org/documentation/v3/mediasoup/rtp-parameters-and-capabilities/ ; what a value means
 * (payload types that exist, codecs that match) is checked by mediasoup itself.
 */
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../wire/nested';
import { trackKinds, type TrackKind } from '../feed/feed-state';
import { IsCodecParameters } from './validators';

const mimePattern = /^(audio|video)\/[\w.+-]{1,60}$/;

export class RtcpFeedbackDto {
  @IsString() @MaxLength(40) type: string;
  @IsOptional() @IsString() @MaxLength(40) parameter?: string;
}

class RtpCodecDto {
  @Matches(mimePattern) mimeType: string;
  @IsInt() @Min(1) @Max(1_000_000) clockRate: number;
  @IsOptional() @IsInt() @Min(1) @Max(8) channels?: number;
  @IsOptional() @IsCodecParameters() parameters?: Record<string, unknown>;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @NestedList(() => RtcpFeedbackDto)
  rtcpFeedback?: RtcpFeedbackDto[];
}

export class RtpCodecParametersDto extends RtpCodecDto {
  @IsInt() @Min(0) @Max(127) payloadType: number;
}

export class RtpCodecCapabilityDto extends RtpCodecDto {
  @IsIn(trackKinds) kind: TrackKind;
  @IsOptional() @IsInt() @Min(0) @Max(127) preferredPayloadType?: number;
}

export class RtpHeaderExtensionParametersDto {
  @IsString() @MaxLength(200) uri: string;
  @IsInt() @Min(1) @Max(255) id: number;
  @IsOptional() @IsBoolean() encrypt?: boolean;
  @IsOptional() @IsCodecParameters() parameters?: Record<string, unknown>;
}

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

export class RtpHeaderExtensionDto {
  @IsIn(trackKinds) kind: TrackKind;
  @IsString() @MaxLength(200) uri: string;
  @IsInt() @Min(1) @Max(255) preferredId: number;
  @IsOptional() @IsBoolean() preferredEncrypt?: boolean;
  @IsOptional() @IsIn(directions) direction?: (typeof directions)[number];
}

export class RtxDto {
  @IsInt() @Min(0) @Max(0xffff_ffff) ssrc: number;
}

export class RtpEncodingDto {
  @IsOptional() @IsInt() @Min(0) @Max(0xffff_ffff) ssrc?: number;
  @IsOptional() @Matches(/^[\w-]{1,32}$/) rid?: string;
  @IsOptional() @IsInt() @Min(0) @Max(127) codecPayloadType?: number;
  @IsOptional() @Nested(() => RtxDto) rtx?: RtxDto;
  @IsOptional() @IsBoolean() dtx?: boolean;
  @IsOptional() @Matches(/^[LS][1-9]T[1-9](_KEY(_SHIFT)?|h)?$/) scalabilityMode?: string;
  @IsOptional() @Min(1) @Max(64) scaleResolutionDownBy?: number;
  @IsOptional() @IsInt() @Min(0) @Max(100_000_000) maxBitrate?: number;
  @IsOptional() @Min(0) @Max(120) maxFramerate?: number;
  @IsOptional() @IsBoolean() active?: boolean;
  @IsOptional() @IsBoolean() adaptivePtime?: boolean;
  @IsOptional() @IsIn(['very-low', 'low', 'medium', 'high']) priority?: string;
  @IsOptional() @IsIn(['very-low', 'low', 'medium', 'high']) networkPriority?: string;
}

export class RtcpParametersDto {
  @IsOptional() @IsString() @MaxLength(200) cname?: string;
  @IsOptional() @IsBoolean() reducedSize?: boolean;
  @IsOptional() @IsBoolean() mux?: boolean;
}

export class RtpParametersDto {
  @IsOptional() @IsString() @MaxLength(64) mid?: string;
  @IsArray()
  @ArrayMaxSize(20)
  @NestedList(() => RtpCodecParametersDto)
  codecs: RtpCodecParametersDto[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @NestedList(() => RtpHeaderExtensionParametersDto)
  headerExtensions?: RtpHeaderExtensionParametersDto[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @NestedList(() => RtpEncodingDto)
  encodings?: RtpEncodingDto[];
  @IsOptional() @Nested(() => RtcpParametersDto) rtcp?: RtcpParametersDto;
  @IsOptional() @IsString() @MaxLength(200) msid?: string;
}

export class RtpCapabilitiesDto {
  @IsArray()
  @ArrayMaxSize(60)
  @NestedList(() => RtpCodecCapabilityDto)
  codecs: RtpCodecCapabilityDto[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(80)
  @NestedList(() => RtpHeaderExtensionDto)
  headerExtensions?: RtpHeaderExtensionDto[];
}
