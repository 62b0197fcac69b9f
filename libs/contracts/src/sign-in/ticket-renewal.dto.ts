import { IsJWT, MaxLength } from 'class-validator';

export class TicketRenewalDto {
  @IsJWT() @MaxLength(4096) ticket: string;
}
