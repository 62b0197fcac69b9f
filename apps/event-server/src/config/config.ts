import { Transform, Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IceServerDto } from '@manyhalls/contracts';
import { AreAddressRanges, Listed, OnOff, PortRange, RangeOfPorts, WrittenInJson } from './kinds-of-value';

const nodeName = /^[a-z][a-z0-9-]{1,39}$/;

/**
 * Every setting of an event-server. A property is read from the environment variable of the same name in capitals:
 * `publicUrl` from `PUBLIC_URL`.
 */
export class Config {
  @Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: 'must look like postgres://user:password@host:5432/database',
  })
  databaseUrl: string;

  /** The one HTTP port; 0 takes any free one. */
  @Type(() => Number) @IsInt() @Min(0) @Max(65_535) port = 3000;
  @IsString() host = '0.0.0.0';
  /** How people reach this server: links are made from it, and https makes cookies secure. Default: localhost and the port. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\/+$/, '') : value,
  )
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  publicUrl = 'http://localhost';
  /** Addresses or CIDR ranges of proxies whose X-Forwarded-For is believed. */
  @Listed() @AreAddressRanges() trustedProxies: string[] = [];
  @IsOptional() @IsString() tlsCertFile?: string;
  @IsOptional() @IsString() tlsKeyFile?: string;
  @IsString() dataDir = '.data';
  /** The largest file an office may send. */
  @Type(() => Number) @IsInt() @Min(1) greetingMaxBytes = 4 * 1024 ** 3;
  @Type(() => Number) @IsInt() @Min(1) greetingMaxSeconds = 600;

  /** Signs tickets; made and kept in Postgres when not given. */
  @IsOptional() @MinLength(32) signingSecret?: string;
  /** Lets remote media nodes in; made and kept in Postgres when not given. */
  @IsOptional() @MinLength(16) nodeSecret?: string;

  @WrittenInJson(IceServerDto)
  @IsArray()
  @ValidateNested({ each: true })
  iceServers: IceServerDto[] = [];

  /** Node engines inside this process; none: only remote nodes, which dial in. */
  @Listed({ none: 'remote' })
  @IsArray()
  @ArrayUnique()
  @Matches(nodeName, { each: true, message: 'must be a list of names such as jinan,tokyo,osaka, or remote' })
  mediaNodes: string[] = ['jinan', 'tokyo', 'osaka'];
  @IsString() mediaListenIp = '0.0.0.0';
  @IsString() mediaAnnouncedAddress = '127.0.0.1';
  /** One UDP and TCP port a worker, counted up from here. */
  @Type(() => Number) @IsInt() @Min(1024) @Max(65_535) mediaPortBase = 40_000;
  @RangeOfPorts() @ValidateNested() @Type(() => PortRange) mediaPipePorts: PortRange = new PortRange(
    41_000,
    41_999,
  );
  @Type(() => Number) @IsInt() @Min(1) @Max(64) mediaWorkersPerNode = 1;
  @IsOptional() @IsString() mediasoupWorkerBin?: string;
  @IsOptional() @IsString() ffmpegBin?: string;

  /** Make the demo event, and print its links. */
  @OnOff() @IsBoolean() demo = false;
  /** Let the demo's halls play clips, so that they are live without a camera. */
  @OnOff() @IsBoolean() demoHalls = true;

  get overTls(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}
