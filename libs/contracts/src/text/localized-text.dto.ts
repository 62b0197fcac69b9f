import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { limits } from '../wire/limits';

/** The same words in several languages; at least one is given. Fallback order: domain `localize`. */
export class LocalizedTextDto {
  @IsOptional() @IsString() @MinLength(1) @MaxLength(limits.description) zh?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(limits.description) ja?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(limits.description) ko?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(limits.description) en?: string;
}
