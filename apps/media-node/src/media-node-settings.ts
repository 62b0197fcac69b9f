import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsIP,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** Both ends included. */
class PortRange {
  @IsInt() @Min(1024) @Max(65_535) min: number;
  @IsInt() @Min(1024) @Max(65_535) max: number;
}

const words = (message: string) => ({ message });

/** What a media node is started with: arguments and environment variables. */
export class MediaNodeSettings {
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, words('give --venue NAME, a name such as tokyo')) venue: string;
  @IsOptional()
  @MaxLength(40, words('--region is at most 40 characters, such as jp-east'))
  region?: string;

  /** Every event-server is dialled, and any of them may ask. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique(words('--server names one server twice'))
  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { each: true, message: '--server is an address such as http://localhost:3000' },
  )
  servers: string[];
  /** From the environment only: arguments can be seen by everybody on the machine. */
  @IsString(words('set NODE_SECRET to what the event-server has'))
  @Length(16, 200, words('NODE_SECRET has 16 to 200 characters'))
  secret: string;

  @IsIP(undefined, words('MEDIA_LISTEN_IP is an IP address')) listenIp: string;
  /** Where browsers reach this node. */
  @IsString() announcedAddress: string;
  /** Where other nodes reach it, over a VPN perhaps; default: where browsers do. */
  @IsOptional() @IsString() pipeAddress?: string;
  /** One UDP and TCP port a worker, counted up from here. */
  @IsInt(words('--port-base is a port'))
  @Min(1024, words('--port-base is 1024 or more'))
  @Max(65_535, words('--port-base is 65535 or less'))
  portBase: number;
  @ValidateNested() @Type(() => PortRange) pipePorts: PortRange;
  @IsInt(words('MEDIA_WORKERS_PER_NODE is a number')) @Min(1) @Max(64) workers: number;

  @IsOptional() @IsString() workerBin?: string;
  @IsOptional() @IsString() ffmpegBin?: string;
  @IsString() filesFolder: string;
}
