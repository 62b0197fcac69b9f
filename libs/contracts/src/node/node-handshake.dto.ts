import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** `auth` of a node's socket handshake. */
export class NodeHandshakeDto {
  @Matches(/^[a-z][a-z0-9-]{1,39}$/) nodeId: string;
  /** Where it stands, such as `cn-east`; placement prefers a node of the peer's region. */
  @IsOptional() @IsString() @MaxLength(40) region?: string;
  /** The installation's shared node secret (`NODE_SECRET`). */
  @IsString() @Length(16, 200) secret: string;
}
