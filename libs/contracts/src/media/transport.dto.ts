import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../wire/nested';
import { DtlsParametersDto } from './dtls.dto';

export const directions = ['send', 'receive'] as const;
export type Direction = (typeof directions)[number];

export class DirectionDto {
  @IsIn(directions) direction: Direction;
}

export class TransportIdDto {
  @IsUUID() transportId: string;
}

export class ConnectTransportDto extends TransportIdDto {
  @Nested(() => DtlsParametersDto) dtlsParameters: DtlsParametersDto;
}

/** mediasoup `IceParameters`. */
export class IceParametersDto {
  @IsString() @MaxLength(256) usernameFragment: string;
  @IsString() @MaxLength(256) password: string;
  @IsOptional() @IsBoolean() iceLite?: boolean;
}

/** mediasoup `IceCandidate`. */
export class IceCandidateDto {
  @IsString() @MaxLength(64) foundation: string;
  @IsInt() priority: number;
  @IsString() @MaxLength(255) ip: string;
  @IsString() @MaxLength(255) address: string;
  @IsIn(['udp', 'tcp']) protocol: 'udp' | 'tcp';
  @IsInt() @Min(1) @Max(65_535) port: number;
  @IsIn(['host']) type: 'host';
  @IsOptional() @IsIn(['passive']) tcpType?: 'passive';
}

/** What mediasoup-client needs to create its side of a WebRTC transport. */
export class TransportParametersDto {
  @IsUUID() id: string;
  @Nested(() => IceParametersDto) iceParameters: IceParametersDto;
  @IsArray()
  @ArrayMaxSize(40)
  @NestedList(() => IceCandidateDto)
  iceCandidates: IceCandidateDto[];
  @Nested(() => DtlsParametersDto) dtlsParameters: DtlsParametersDto;
}

/** RTCIceServer, as configured; given in the join reply. */
export class IceServerDto {
  @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) urls: string[];
  @IsOptional() @IsString() @MaxLength(500) username?: string;
  @IsOptional() @IsString() @MaxLength(500) credential?: string;
}
