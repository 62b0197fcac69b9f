import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { NestedList } from '../wire/nested';

const algorithms = ['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512'] as const;

/** RFC 8122 fingerprint. */
export class DtlsFingerprintDto {
  @IsIn(algorithms) algorithm: (typeof algorithms)[number];
  @Matches(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/) value: string;
}

/** mediasoup `DtlsParameters`: https://mediasoup.org/documentation/v3/mediasoup/api/#WebRtcTransportDtlsParameters */
export class DtlsParametersDto {
  @IsOptional() @IsIn(['auto', 'client', 'server']) role?: 'auto' | 'client' | 'server';
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @NestedList(() => DtlsFingerprintDto)
  fingerprints: DtlsFingerprintDto[];
}
